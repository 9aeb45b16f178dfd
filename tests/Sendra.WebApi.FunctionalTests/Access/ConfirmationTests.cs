namespace Sendra.WebApi.FunctionalTests.Access;

/// <summary>Who is signed in for longer than some minutes shows again who they are before what can't be undone or opens doors.</summary>
public sealed class ConfirmationTests(string provider) : FunctionalTest(provider)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    [Test]
    public async Task W11_what_can_not_be_undone_or_opens_doors_asks_again_after_an_hour()
    {
        var ada = await App.RegisterAsync(workspaceName: "Acme");
        ada.ConfirmsItself = false;
        var contact = (await ada.PostAsync("/api/contacts", new { email = "bob@example.com" })).ShouldBe(201).Json.GetProperty("id").GetGuid();
        (await ada.GetAsync("/api/events/export?format=csv")).ShouldBe(200);
        App.Clock.Advance(Window);
        (HttpMethod Method, string Path, object? Body, int Status)[] calls =
        [
            (HttpMethod.Get, "/api/events/export?format=csv", null, 200),
            (HttpMethod.Get, "/api/contacts/export?format=csv", null, 200),
            (HttpMethod.Get, $"/api/contacts/{contact}/export", null, 200),
            (HttpMethod.Delete, $"/api/contacts/{contact}", null, 204),
            (HttpMethod.Post, "/api/api-keys", new { name = "Key", scopes = (string[])["read"] }, 201),
            (HttpMethod.Post, "/api/auth/second-factor", null, 200),
            (HttpMethod.Get, "/api/auth/confirm", null, 204),
            (HttpMethod.Post, "/api/auth/password", new { currentPassword = TestClient.Password, newPassword = "a better horse battery staple" }, 200),
            (HttpMethod.Delete, $"/api/workspaces/{ada.WorkspaceId}", new { name = "Acme" }, 200),
        ];

        foreach (var (method, path, body, _) in calls)
        {
            (await ada.SendAsync(method, path, TestClient.ToContent(body))).ShouldBeProblem(403, "reauthenticationRequired");
        }

        (await ada.GetAsync("/api/contacts")).ShouldBe(200).Json.GetProperty("items").GetArrayLength().Should().Be(1);
        (await App.Database.CountAsync("api_keys")).Should().Be(0);
        (await ada.ConfirmAsync()).ShouldBe(200);
        foreach (var (method, path, body, status) in calls)
        {
            (await ada.SendAsync(method, path, TestClient.ToContent(body))).ShouldBe(status);
        }
    }

    [Test]
    public async Task W11_keys_are_not_asked()
    {
        var ada = await App.RegisterAsync();
        var contact = (await ada.PostAsync("/api/contacts", new { email = "bob@example.com" })).ShouldBe(201).Json.GetProperty("id").GetGuid();
        var program = await App.ProgramAsync(ada, "read", "manage");
        App.Clock.Advance(Window);

        (await program.GetAsync("/api/events/export?format=csv")).ShouldBe(200);
        (await program.GetAsync($"/api/contacts/{contact}/export")).ShouldBe(200);
        (await program.DeleteAsync($"/api/contacts/{contact}")).ShouldBe(204);
    }

    [Test]
    public async Task W11_going_to_another_workspace_confirms_nothing_and_signing_in_does()
    {
        var ada = await App.RegisterAsync();
        ada.ConfirmsItself = false;
        App.Clock.Advance(Window);

        (await ada.PostAsync("/api/workspaces", new { name = "Second" })).ShouldBe(201);
        (await ada.GetAsync("/api/events/export?format=csv")).ShouldBeProblem(403, "reauthenticationRequired");

        (await ada.SignInAsync(ada.Email, TestClient.Password)).ShouldBe(200);
        (await ada.GetAsync("/api/events/export?format=csv")).ShouldBe(200);
    }

    [Test]
    public async Task W11_it_counts_on_every_node_at_once()
    {
        var ada = await App.RegisterAsync();
        ada.ConfirmsItself = false;
        await using var node = await App.StartSecondNodeAsync();
        App.Clock.Advance(Window);
        var there = node.As(ada);
        there.ConfirmsItself = false;
        (await there.GetAsync("/api/auth/confirm")).ShouldBeProblem(403, "reauthenticationRequired");

        (await ada.ConfirmAsync()).ShouldBe(200);

        there.Cookie = ada.Cookie;
        (await there.GetAsync("/api/auth/confirm")).ShouldBe(204);
    }

    [Test]
    public async Task W5_a_stolen_session_can_not_guess_the_password_by_confirming()
    {
        var ada = await App.RegisterAsync();

        var guesses = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => App.Node.As(ada).PostAsync("/api/auth/confirm", new { password = "a wrong password" })));

        guesses.Count(guess => guess.Status == 401).Should().Be(10);
        guesses.Count(guess => guess.Status == 429).Should().Be(2);
    }
}
