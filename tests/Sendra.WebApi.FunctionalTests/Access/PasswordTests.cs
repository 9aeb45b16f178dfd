namespace Sendra.WebApi.FunctionalTests.Access;

public sealed class PasswordTests(string provider) : FunctionalTest(provider)
{
    private const string Better = "a better horse battery staple";

    [Test]
    public async Task W1_a_changed_password_ends_the_other_sessions_and_begins_a_new_one()
    {
        var ada = await App.RegisterAsync();
        var other = App.Anonymous();
        (await LoginAsync(other, ada.Email, TestClient.Password)).ShouldBe(200);
        var old = App.Node.As(ada);

        (await ChangeAsync(ada, TestClient.Password, Better)).ShouldBe(200);

        (await ada.GetAsync("/api/auth/me")).ShouldBe(200);
        (await old.GetAsync("/api/auth/me")).ShouldBe(401);
        (await other.GetAsync("/api/auth/me")).ShouldBe(401);
        (await LoginAsync(App.Anonymous(), ada.Email, TestClient.Password)).ShouldBeProblem(401, "invalidCredentials");
        (await LoginAsync(App.Anonymous(), ada.Email, Better)).ShouldBe(200);
    }

    [Test]
    public async Task W1_a_changed_password_ends_sessions_on_other_nodes_within_a_minute()
    {
        var ada = await App.RegisterAsync();
        await using var node = await App.StartSecondNodeAsync();
        var there = node.As(ada);
        (await there.GetAsync("/api/auth/me")).ShouldBe(200);

        (await ChangeAsync(ada, TestClient.Password, Better)).ShouldBe(200);
        App.Clock.Advance(TimeSpan.FromSeconds(61));

        (await there.GetAsync("/api/auth/me")).ShouldBe(401);
    }

    [Test]
    public async Task W1_the_password_stays_when_the_current_one_is_wrong()
    {
        var ada = await App.RegisterAsync();

        (await ChangeAsync(ada, "wrong password", Better)).ShouldBeProblem(401, "invalidCredentials");

        (await ada.GetAsync("/api/auth/me")).ShouldBe(200);
        (await LoginAsync(App.Anonymous(), ada.Email, TestClient.Password)).ShouldBe(200);
    }

    [Test]
    public async Task W1_a_stolen_session_can_not_guess_the_password()
    {
        var ada = await App.RegisterAsync();

        var guesses = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => ChangeAsync(App.Node.As(ada), "wrong password", Better)));

        guesses.Count(guess => guess.Status == 401).Should().Be(10);
        guesses.Count(guess => guess.Status == 429).Should().Be(2);
    }

    [Test]
    public async Task H1_a_password_names_every_wrong_field()
    {
        var ada = await App.RegisterAsync();

        (await ada.PostAsync("/api/auth/password", new { })).ShouldRefuse("currentPassword", "newPassword");
        (await ChangeAsync(ada, TestClient.Password, "1234567")).ShouldRefuse("newPassword");
    }

    private static Task<Answer> ChangeAsync(TestClient client, string currentPassword, string newPassword) =>
        client.PostAsync("/api/auth/password", new { currentPassword, newPassword });

    private static Task<Answer> LoginAsync(TestClient client, string email, string password) =>
        client.PostAsync("/api/auth/login", new { email, password });

    [TestCase("password")]
    [TestCase("PassWord1")]
    [TestCase("1q2w3e4r")]
    public async Task W1_common_passwords_are_refused(string common)
    {
        var ada = await App.RegisterAsync();

        (await App.Anonymous().PostAsync("/api/auth/register", new { email = "bob@example.com", password = common, workspaceName = "W" })).ShouldRefuse("password");
        (await ada.PostAsync("/api/auth/password", new { currentPassword = TestClient.Password, newPassword = common })).ShouldRefuse("newPassword");
    }
}
