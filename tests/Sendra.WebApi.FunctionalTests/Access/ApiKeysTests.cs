namespace Sendra.WebApi.FunctionalTests.Access;

public sealed class ApiKeysTests(string provider) : FunctionalTest(provider)
{
    private static readonly TimeSpan OverAMinute = TimeSpan.FromSeconds(61);
    private static readonly object Event = new { email = "ada@example.com", eventName = "signUp" };

    [Test]
    public async Task W3_a_key_is_shown_once_and_only_its_hash_is_stored()
    {
        var owner = await App.RegisterAsync();

        var made = (await CreateAsync(owner, "events:send", "read")).ShouldBe(201).Json;

        var key = made.GetProperty("key").GetString()!;
        key.Should().MatchRegex("^sendra_[0-9A-Za-z]{38}$");
        made.GetProperty("prefix").GetString().Should().Be(key[..11]);
        made.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()).Should().Equal("events:send", "read");
        var listed = (await owner.GetAsync("/api/api-keys")).ShouldBe(200);
        listed.Text.Should().Contain(key[..11]).And.NotContain(key[11..]);
        listed.Json.GetProperty("items")[0].GetProperty("id").GetGuid().Should().Be(made.GetProperty("id").GetGuid());
        (await App.Database.CountAsync("api_keys", $"key_hash LIKE '%{key[7..]}%' OR name LIKE '%{key[7..]}%'")).Should().Be(0);
    }

    [TestCase("events:send", 200, 403, 403)]
    [TestCase("read", 403, 200, 403)]
    [TestCase("manage", 403, 200, 201)]
    public async Task W3_a_key_does_what_its_scope_says(string scope, int send, int read, int manage)
    {
        var program = await ProgramAsync(await App.RegisterAsync(), scope);

        (await program.PostAsync("/api/events/send", Event)).ShouldBe(send);
        (await program.PostAsync("/api/events/batch", new { events = new[] { Event } })).ShouldBe(send);
        (await program.GetAsync("/api/events")).ShouldBe(read);
        (await program.PostAsync("/api/event-patterns", new { name = "signUp" })).ShouldBe(manage);
    }

    [Test]
    public async Task W3_what_a_key_lacks_is_named()
    {
        var program = await ProgramAsync(await App.RegisterAsync(), "read");

        var answer = (await program.PostAsync("/api/events/send", Event)).ShouldBeProblem(403, "missingScope");

        answer.Json.GetProperty("detail").GetString().Should().Contain("events:send");
        answer.Headers.WwwAuthenticate.ToString().Should().Contain("insufficient_scope").And.Contain("events:send");
    }

    [Test]
    public async Task W3_no_key_sees_or_makes_keys_members_or_invitations()
    {
        var owner = await App.RegisterAsync();
        var program = await ProgramAsync(owner, "events:send", "read", "manage");

        foreach (var path in (string[])["/api/auth/me", "/api/api-keys", "/api/members", "/api/invitations"])
        {
            (await program.GetAsync(path)).ShouldBeProblem(403, "sessionRequired");
        }

        (await CreateAsync(program, "read")).ShouldBeProblem(403, "sessionRequired");
        (await program.PostAsync("/api/invitations", new { role = "owner" })).ShouldBeProblem(403, "sessionRequired");
        (await program.DeleteAsync($"/api/members/{owner.UserId}")).ShouldBeProblem(403, "sessionRequired");
        (await App.Database.CountAsync("api_keys")).Should().Be(1);
    }

    [Test]
    public async Task W3_an_unknown_or_mistyped_key_is_refused()
    {
        var program = await ProgramAsync(await App.RegisterAsync(), "read");
        var key = program.ApiKey!;

        foreach (var wrong in (string[])[key[..^1], key + "x", (key[..^7] + (key[^7] == 'x' ? 'y' : 'x')) + key[^6..], "sendra_", "", key.ToUpperInvariant()])
        {
            program.ApiKey = wrong;
            var answer = (await program.GetAsync("/api/events")).ShouldBeProblem(401, "invalidApiKey");
            answer.Headers.WwwAuthenticate.ToString().Should().Be("Bearer realm=\"Sendra\", error=\"invalid_token\"");
        }
    }

    [Test]
    public async Task W3_a_revoked_key_is_refused_at_once()
    {
        var owner = await App.RegisterAsync();
        var program = await ProgramAsync(owner, "read");
        (await program.GetAsync("/api/events")).ShouldBe(200);

        (await owner.DeleteAsync($"/api/api-keys/{await IdAsync(owner)}")).ShouldBe(204);

        (await program.GetAsync("/api/events")).ShouldBeProblem(401, "invalidApiKey");
        (await owner.GetAsync("/api/api-keys")).Json.GetProperty("items").GetArrayLength().Should().Be(0);
    }

    [Test]
    public async Task W3_a_revoked_key_is_refused_on_other_nodes_within_a_minute()
    {
        var owner = await App.RegisterAsync();
        var program = await ProgramAsync(owner, "read");
        await using var node = await App.StartSecondNodeAsync();
        var there = node.As(program);
        (await there.GetAsync("/api/events")).ShouldBe(200);

        (await owner.DeleteAsync($"/api/api-keys/{await IdAsync(owner)}")).ShouldBe(204);
        App.Clock.Advance(OverAMinute);

        (await there.GetAsync("/api/events")).ShouldBe(401);
    }

    [Test]
    public async Task W3_a_key_wins_over_a_cookie_and_a_wrong_one_is_not_made_good_by_it()
    {
        var (owner, other) = (await App.RegisterAsync(), await App.RegisterAsync());
        var program = await ProgramAsync(owner, "manage");
        program.Cookie = other.Cookie;

        (await program.PostAsync("/api/event-patterns", new { name = "signUp" })).ShouldBe(201);

        (await owner.GetAsync("/api/event-patterns")).Json.GetProperty("items").GetArrayLength().Should().Be(1);
        (await other.GetAsync("/api/event-patterns")).Json.GetProperty("items").GetArrayLength().Should().Be(0);
        program.ApiKey = "sendra_wrong";
        (await program.GetAsync("/api/event-patterns")).ShouldBeProblem(401, "invalidApiKey");
    }

    [Test]
    public async Task W2_a_call_with_a_key_may_come_from_another_site_because_no_cookie_counts()
    {
        var program = await ProgramAsync(await App.RegisterAsync(), "manage");

        (await program.SendAsync(HttpMethod.Post, "/api/event-patterns", TestClient.ToContent(new { name = "a" }), ("Origin", "https://evil.example")))
            .ShouldBe(201);
        (await program.SendAsync(HttpMethod.Post, "/api/auth/logout", null, ("Origin", "https://evil.example"))).ShouldBeProblem(403, "sessionRequired");
    }

    [Test]
    public async Task W3_last_use_is_noted_about_once_a_minute()
    {
        var owner = await App.RegisterAsync();
        var program = await ProgramAsync(owner, "read");
        (await LastUseAsync(owner)).Should().BeNull();

        (await program.GetAsync("/api/events")).ShouldBe(200);
        var first = await WaitForUseAsync(owner, null);
        App.Clock.Advance(OverAMinute);
        (await program.GetAsync("/api/events")).ShouldBe(200);

        (await WaitForUseAsync(owner, first)).Should().BeAfter(first);
    }

    [Test]
    public async Task W3_only_owners_make_and_revoke_keys()
    {
        var owner = await App.RegisterAsync();
        var ada = await App.RegisterAsync();
        await ProgramAsync(owner, "read");
        await App.JoinAsync(ada, owner.WorkspaceId);
        (await ada.PostAsync("/api/auth/switch", new { workspaceId = owner.WorkspaceId })).ShouldBe(200);

        (await CreateAsync(ada, "read")).ShouldBeProblem(403, "ownerRequired");
        (await ada.DeleteAsync($"/api/api-keys/{await IdAsync(owner)}")).ShouldBeProblem(403, "ownerRequired");
        (await ada.GetAsync("/api/api-keys")).ShouldBe(200);
    }

    [Test]
    public async Task W4_another_workspaces_key_is_404_and_stays()
    {
        var (owner, other) = (await App.RegisterAsync(), await App.RegisterAsync());
        await ProgramAsync(owner, "read");

        (await other.DeleteAsync($"/api/api-keys/{await IdAsync(owner)}")).ShouldBeProblem(404, "apiKeyNotFound");

        (await App.Database.CountAsync("api_keys")).Should().Be(1);
    }

    [Test]
    public async Task H1_a_key_names_every_wrong_field()
    {
        var owner = await App.RegisterAsync();

        (await owner.PostAsync("/api/api-keys", new { })).ShouldRefuse("name", "scopes");
        (await owner.PostAsync("/api/api-keys", new { name = new string('x', 101), scopes = Array.Empty<string>() })).ShouldRefuse("name", "scopes");
        (await CreateAsync(owner, "admin")).ShouldRefuse("scopes[0]");
        (await CreateAsync(owner, "read,manage")).ShouldRefuse("scopes[0]");
        await owner.ShouldPageStrictlyAsync("/api/api-keys");
    }

    private static Task<Answer> CreateAsync(TestClient client, params string[] scopes) => client.PostAsync("/api/api-keys", new { name = "Program", scopes });

    private Task<TestClient> ProgramAsync(TestClient owner, params string[] scopes) => App.ProgramAsync(owner, scopes);

    private static async Task<Guid> IdAsync(TestClient owner) =>
        (await owner.GetAsync("/api/api-keys")).Json.GetProperty("items")[0].GetProperty("id").GetGuid();

    private static async Task<DateTimeOffset?> LastUseAsync(TestClient owner)
    {
        var value = (await owner.GetAsync("/api/api-keys")).Json.GetProperty("items")[0].GetProperty("lastUsedAt");
        return value.ValueKind == System.Text.Json.JsonValueKind.Null ? null : value.GetDateTimeOffset();
    }

    // Written behind the request's back, so it is there a moment later.
    private static async Task<DateTimeOffset> WaitForUseAsync(TestClient owner, DateTimeOffset? before)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (await LastUseAsync(owner) is { } use && use != before)
            {
                return use;
            }

            await Task.Delay(20, patience.Token);
        }
    }
}
