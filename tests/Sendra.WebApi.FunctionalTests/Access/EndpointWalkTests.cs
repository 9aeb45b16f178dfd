using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.Access;

/// <summary>Walks every endpoint of the OpenAPI document with the wrong credentials. See <see cref="EndpointWalks"/>.</summary>
public sealed class EndpointWalkTests(string provider) : FunctionalTest(provider)
{
    private static readonly string[] Public =
    [
        "post /api/auth/register", "post /api/auth/login", "get /api/auth/login/second-factor", "post /api/auth/login/second-factor", "post /api/auth/login/passkey/challenge", "post /api/auth/login/passkey", "post /api/auth/providers/{provider}/sign-in", "post /api/auth/forgot-password", "post /api/auth/reset-password", "get /api/auth/options", "get /api/webhooks/{token}", "post /api/webhooks/{token}", "post /api/invitations/preview", "options /api/events/cloudevents",
        "post /api/invitations/accept",
    ];

    [Test]
    public async Task W4_the_walk_knows_every_endpoint_and_what_it_needs()
    {
        var documented = Calls((await App.Anonymous().GetAsync("/swagger/v1/swagger.json")).ShouldBe(200).Json);

        EndpointWalks.All.Keys.Should().BeEquivalentTo(documented.Keys, "a new endpoint is taught to the walk in EndpointWalks");
        foreach (var (name, walk) in EndpointWalks.All)
        {
            var needs = documented[name].TryGetProperty("x-needs", out var said) ? said.GetString() : null;
            needs.Should().Be(walk.Needs, name);
            documented[name].TryGetProperty("security", out _).Should().Be(needs is not null, name);
        }

        EndpointWalks.All.Where(walk => walk.Value.Needs is null).Select(walk => walk.Key).Should().BeEquivalentTo(Public);
    }

    [Test]
    public async Task W4_another_workspaces_ids_are_404_everywhere_and_change_nothing()
    {
        var victim = await WalkedWorkspace.MakeAsync(App);
        var stored = new StoredRows(App);
        var before = await stored.OfAsync(victim.Id, victim.MemberId);
        foreach (var table in (string[])["workspaces", "members", "users", "user_sessions", "automations", "contacts", "enrollments", "received_events",
            "event_patterns", "event_sources", "event_source_tokens", "deliveries", "custom_fields", "api_keys", "invitations", "suppressions"])
        {
            before[table].Should().NotBeEmpty("{0} is looked at", table);
        }

        foreach (var (name, walk) in EndpointWalks.All)
        {
            // A new one each time: some calls end the session.
            var stranger = await App.RegisterAsync();
            var program = await App.ProgramAsync(stranger, "events:send", "read", "manage");

            var (status, text) = await SendAsync(stranger, name, walk, victim);
            status.Should().Be(walk.Foreign, "{0} answered {1}", name, text);
            ShouldNotTell(name, text, victim, walk);
            if (walk.Needs is "caller" or "read" or "manage" or "events:send")
            {
                (status, text) = await SendAsync(program, name, walk, victim);

                // What the session made is there the second time.
                status.Should().BeOneOf([walk.Foreign, walk.Foreign == 201 ? 200 : walk.Foreign], "{0} with a key answered {1}", name, text);
                ShouldNotTell(name, text, victim, walk);
            }

            (await stored.OfAsync(victim.Id, victim.MemberId)).Should().BeEquivalentTo(before, options => options.WithStrictOrdering(), "{0} is of another workspace", name);
        }
    }

    [Test]
    public async Task W2_without_credentials_only_the_public_endpoints_answer()
    {
        var victim = await WalkedWorkspace.MakeAsync(App);
        var gone = App.Node.As(victim.Client);
        (await victim.Client.PostAsync("/api/auth/login", new { email = victim.Client.Email, password = TestClient.Password })).ShouldBe(200);
        var stored = new StoredRows(App);
        var before = await stored.OfAsync(victim.Id, victim.MemberId);

        foreach (var (name, walk) in EndpointWalks.All.Where(walk => walk.Value.Needs is not null))
        {
            (await SendAsync(App.Anonymous(), name, walk, victim)).Status.Should().Be(401, name);
            (await SendAsync(gone, name, walk, victim)).Status.Should().Be(401, "{0} with a session that has ended", name);
            (await SendAsync(new TestClient(App.Node.Address) { ApiKey = "sendra_none", Cookie = victim.Client.Cookie }, name, walk, victim)).Status
                .Should().Be(401, "{0} with a wrong key beside a right cookie", name);
        }

        foreach (var (name, walk) in EndpointWalks.All.Where(walk => walk.Value.Needs is null && walk.Key != "post /api/auth/login"))
        {
            (await SendAsync(App.Anonymous(), name, walk, victim)).Status.Should().Be(walk.Foreign, name);
        }

        (await stored.OfAsync(victim.Id, victim.MemberId)).Should().BeEquivalentTo(before);
    }

    [TestCase("events:send", "events:send")]
    [TestCase("read", "read")]
    [TestCase("manage", "read", "manage")]
    public async Task W3_a_key_opens_what_its_scope_says_and_nothing_else(string scope, params string[] opens)
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, scope);
        var elsewhere = await WalkedWorkspace.MakeAsync(App);

        foreach (var (name, walk) in EndpointWalks.All.Where(walk => walk.Value.Needs is not null))
        {
            var (status, text) = await SendAsync(program, name, walk, elsewhere);

            if (walk.Needs == "caller" || opens.Contains(walk.Needs))
            {
                status.Should().Be(walk.Foreign, "{0} takes the scope {1}, and answered {2}", name, scope, text);
            }
            else
            {
                status.Should().Be(403, "{0} does not take the scope {1}, and answered {2}", name, scope, text);
                JsonDocument.Parse(text).RootElement.GetProperty("code").GetString()
                    .Should().Be(walk.Needs is "session" or "owner" ? "sessionRequired" : "missingScope", name);
            }
        }

        (await owner.GetAsync("/api/auth/me")).ShouldBe(200);
    }

    [Test]
    public async Task W1_members_who_are_no_owners_may_do_all_but_what_owners_may()
    {
        var owner = await App.RegisterAsync();
        var elsewhere = await WalkedWorkspace.MakeAsync(App);
        foreach (var (name, walk) in EndpointWalks.All.Where(walk => walk.Value.Needs is not null))
        {
            var ada = await App.RegisterAsync();
            await App.JoinAsync(ada, owner.WorkspaceId);
            (await ada.PostAsync("/api/auth/switch", new { workspaceId = owner.WorkspaceId })).ShouldBe(200);

            var (status, text) = await SendAsync(ada, name, walk, elsewhere);

            // Removing others is for owners as well, though leaving is not.
            var expected = walk.Needs == "owner" || name == "delete /api/members/{id}" ? 403 : walk.Foreign;
            status.Should().BeOneOf([expected, expected == 201 ? 200 : expected], "{0} answered {1}", name, text);
        }
    }

    private static void ShouldNotTell(string name, string text, WalkedWorkspace victim, EndpointWalk walk)
    {
        // What the caller sent itself may come back.
        var sent = $"{walk.Path(victim)} {JsonSerializer.Serialize(walk.Body?.Invoke(victim))}";
        victim.Traces.Where(trace => !sent.Contains(trace, StringComparison.Ordinal) && text.Contains(trace, StringComparison.OrdinalIgnoreCase))
            .Should().BeEmpty("{0} tells nothing of another workspace", name);
    }

    private static async Task<(int Status, string Text)> SendAsync(TestClient client, string name, EndpointWalk walk, WalkedWorkspace workspace)
    {
        if (name.EndsWith("/stream", StringComparison.Ordinal))
        {
            // Never ends, so its beginning has to do; a refusal does end.
            using var begun = await client.OpenAsync(walk.Path(workspace));
            return ((int)begun.StatusCode, begun.IsSuccessStatusCode ? "" : await begun.Content.ReadAsStringAsync());
        }

        var method = new HttpMethod(name.Split(' ')[0].ToUpperInvariant());
        var answer = await client.SendAsync(method, walk.Path(workspace), TestClient.ToContent(walk.Body?.Invoke(workspace)));
        return (answer.Status, answer.Text);
    }

    private static Dictionary<string, JsonElement> Calls(JsonElement document) => (
        from path in document.GetProperty("paths").EnumerateObject()
        from method in path.Value.EnumerateObject()
        select ($"{method.Name} {path.Name}", method.Value)).ToDictionary();
}
