using System.Buffers.Binary;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sendra.Infrastructure;

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

    [Test]
    public async Task W1_a_password_has_8_to_128_characters_of_any_kind_and_is_compared_as_it_came()
    {
        string[] taken = ["a9 ✓ üöä", "onlyletters of one case", "  spaced at its ends  ", new string('ß', 128)];
        foreach (var password in taken)
        {
            var ada = await App.RegisterAsync();
            (await ChangeAsync(ada, TestClient.Password, password)).ShouldBe(200);
            (await LoginAsync(App.Anonymous(), ada.Email, password)).ShouldBe(200);
            (await LoginAsync(App.Anonymous(), ada.Email, $"{password} ")).ShouldBeProblem(401, "invalidCredentials");
            (await LoginAsync(App.Anonymous(), ada.Email, $"{char.ToUpperInvariant(password[0])}X{password[2..]}")).ShouldBeProblem(401, "invalidCredentials");
        }

        var bob = await App.RegisterAsync();
        (await ChangeAsync(bob, TestClient.Password, "a9 ✓ üö")).ShouldRefuse("newPassword");
        (await ChangeAsync(bob, TestClient.Password, new string('ß', 129))).ShouldRefuse("newPassword");
    }

    [Test]
    public void W1_passwords_are_hashed_as_OWASP_asks()
    {
        using var services = new ServiceCollection().AddInfrastructure(new ConfigurationBuilder().Build()).BuildServiceProvider();

        ReadOnlySpan<byte> hash = Convert.FromBase64String(new PasswordHasher<object>(services.GetRequiredService<IOptions<PasswordHasherOptions>>()).HashPassword(new(), TestClient.Password));

        // The format of Identity: its version, the function (2 is HMAC-SHA-512), the rounds.
        (hash[0], BinaryPrimitives.ReadInt32BigEndian(hash[1..])).Should().Be(((byte)1, 2));
        BinaryPrimitives.ReadInt32BigEndian(hash[5..]).Should().BeGreaterThanOrEqualTo(210_000);
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
