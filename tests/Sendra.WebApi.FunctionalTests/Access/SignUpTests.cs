namespace Sendra.WebApi.FunctionalTests.Access;

public sealed class SignUpTests(string provider) : FunctionalTest(provider)
{
    [TestCase("invited")]
    [TestCase("off")]
    public async Task W7_the_first_person_signs_up_and_then_it_is_closed(string signUp)
    {
        await using var node = await App.StartNodeAsync(new() { ["SignUp"] = signUp });
        (await OptionsAsync(node)).Should().Be((signUp, true));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RegisterAsync(node)));

        answers.Count(answer => answer.Status == 201).Should().Be(1);
        answers.Where(answer => answer.Status != 201).Should().AllSatisfy(answer => answer.ShouldBeProblem(403, "signUpClosed"));
        (await App.Database.CountAsync("users")).Should().Be(1);
        (await RegisterAsync(node)).ShouldBeProblem(403, "signUpClosed");
        (await OptionsAsync(node)).Should().Be((signUp, false));
    }

    [TestCase("invited", 200)]
    [TestCase("off", 403)]
    public async Task W7_an_invitation_makes_an_account_unless_sign_up_is_off(string signUp, int status)
    {
        await using var node = await App.StartNodeAsync(new() { ["SignUp"] = signUp });
        var owner = await App.RegisterAsync();
        var friend = await App.RegisterAsync();
        var (first, second) = (await InviteAsync(owner), await InviteAsync(owner));

        var newcomer = await node.Anonymous().PostAsync("/api/invitations/accept", new { token = first, email = "new@example.com", password = TestClient.Password });
        newcomer.ShouldBe(status);

        // Who has an account joins in any case.
        (await node.Anonymous().PostAsync("/api/invitations/accept", new { token = second, email = friend.Email, password = TestClient.Password })).ShouldBe(200);
        if (status == 403)
        {
            newcomer.ShouldBeProblem(403, "signUpClosed");
        }
    }

    [Test]
    public async Task W7_everyone_signs_up_unless_it_is_said()
    {
        await App.RegisterAsync();

        (await OptionsAsync(App.Node)).Should().Be(("open", true));
        await App.RegisterAsync();
    }

    private static async Task<string?> InviteAsync(TestClient owner) =>
        (await owner.PostAsync("/api/invitations", new { role = "member" })).ShouldBe(201).Json.GetProperty("token").GetString();

    private static Task<Answer> RegisterAsync(TestNode node) =>
        node.Anonymous().PostAsync("/api/auth/register", new { email = $"{Guid.NewGuid():N}@example.com", password = TestClient.Password, workspaceName = "W" });

    private static async Task<(string? SignUp, bool CanSignUp)> OptionsAsync(TestNode node)
    {
        var options = (await node.Anonymous().GetAsync("/api/auth/options")).ShouldBe(200).Json;
        return (options.GetProperty("signUp").GetString(), options.GetProperty("canSignUp").GetBoolean());
    }
}
