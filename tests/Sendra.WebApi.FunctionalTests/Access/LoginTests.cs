namespace Sendra.WebApi.FunctionalTests.Access;

public sealed class LoginTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task W1_login_signs_in_to_the_workspace_joined_first()
    {
        var other = await App.RegisterAsync();
        var ada = await App.RegisterAsync("ada@example.com", "First");
        await App.JoinAsync(ada, other.WorkspaceId);
        var client = App.Anonymous();

        var answer = (await LoginAsync(client, "ADA@example.com", TestClient.Password)).ShouldBe(200);

        answer.Json.GetProperty("workspace").GetProperty("name").GetString().Should().Be("First");
        (await client.GetAsync("/api/auth/me")).ShouldBe(200);
    }

    [Test]
    public async Task W1_login_does_not_tell_which_is_wrong()
    {
        await App.RegisterAsync("ada@example.com");

        var wrongPassword = (await LoginAsync(App.Anonymous(), "ada@example.com", "wrong password")).ShouldBeProblem(401, "invalidCredentials");
        var wrongEmail = (await LoginAsync(App.Anonymous(), "bob@example.com", "wrong password")).ShouldBeProblem(401, "invalidCredentials");
        (await LoginAsync(App.Anonymous(), "no address", "wrong password")).ShouldBeProblem(401, "invalidCredentials");

        wrongEmail.Json.GetProperty("detail").GetString().Should().Be(wrongPassword.Json.GetProperty("detail").GetString());
        wrongPassword.Headers.Contains("Set-Cookie").Should().BeFalse();
    }

    [Test]
    public async Task H1_login_names_every_missing_field() =>
        (await App.Anonymous().PostAsync("/api/auth/login", new { })).ShouldRefuse("email", "password");

    private static Task<Answer> LoginAsync(TestClient client, string email, string password) =>
        client.PostAsync("/api/auth/login", new { email, password });
}
