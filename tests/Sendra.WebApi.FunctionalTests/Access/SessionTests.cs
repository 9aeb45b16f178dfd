namespace Sendra.WebApi.FunctionalTests.Access;

public sealed class SessionTests(string provider) : FunctionalTest(provider)
{
    private static readonly TimeSpan OverAMinute = TimeSpan.FromSeconds(61);

    [Test]
    public async Task W2_the_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        var cookie = await CookieOfRegisterAsync(App.Node);

        cookie.Should().StartWith("sendra_session=").And.Contain("; path=/").And.Contain("; samesite=lax").And.Contain("; httponly");
        cookie.Should().NotContain("secure").And.NotContain("domain=");
    }

    [Test]
    public async Task W2_over_https_the_cookie_is_secure_and_bound_to_the_host()
    {
        await using var node = await App.StartNodeAsync(new() { ["TrustedProxies"] = "127.0.0.1" });

        var cookie = await CookieOfRegisterAsync(node, ("X-Forwarded-Proto", "https"));

        cookie.Should().StartWith("__Host-sendra_session=").And.Contain("; secure").And.Contain("; path=/").And.NotContain("domain=");
    }

    [Test]
    public async Task W2_a_call_without_a_session_is_401_and_no_redirect()
    {
        var answer = (await App.Anonymous().GetAsync("/api/auth/me")).ShouldBeProblem(401, "signInRequired");

        answer.Headers.Location.Should().BeNull();
        (await new TestClient(App.Node.Address) { Cookie = "sendra_session=forged" }.GetAsync("/api/auth/me")).ShouldBeProblem(401, "signInRequired");
    }

    [Test]
    public async Task W2_signing_in_begins_a_new_session_and_ends_the_old_one()
    {
        var ada = await App.RegisterAsync();
        var old = App.Node.As(ada);

        (await ada.PostAsync("/api/auth/login", new { email = ada.Email, password = TestClient.Password })).ShouldBe(200);

        ada.Cookie.Should().NotBe(old.Cookie);
        (await ada.GetAsync("/api/auth/me")).ShouldBe(200);
        (await old.GetAsync("/api/auth/me")).ShouldBe(401);
    }

    [Test]
    public async Task W2_logout_ends_the_session_also_for_copies_of_its_cookie()
    {
        var ada = await App.RegisterAsync();
        var elsewhere = App.Anonymous();
        (await elsewhere.PostAsync("/api/auth/login", new { email = ada.Email, password = TestClient.Password })).ShouldBe(200);
        var copy = App.Node.As(ada);
        (await copy.GetAsync("/api/auth/me")).ShouldBe(200);

        (await ada.PostAsync("/api/auth/logout")).ShouldBe(204);

        ada.Cookie.Should().Be("sendra_session=");
        (await copy.GetAsync("/api/auth/me")).ShouldBe(401);
        (await elsewhere.GetAsync("/api/auth/me")).ShouldBe(200);
    }

    [Test]
    public async Task W2_a_session_lives_while_it_is_used_and_14_days_longer()
    {
        var ada = await App.RegisterAsync();
        var unused = App.Anonymous();
        (await unused.PostAsync("/api/auth/login", new { email = ada.Email, password = TestClient.Password })).ShouldBe(200);
        for (var day = 0; day < 40; day += 8)
        {
            App.Clock.Advance(TimeSpan.FromDays(8));
            (await ada.GetAsync("/api/auth/me")).ShouldBe(200);
        }

        (await unused.GetAsync("/api/auth/me")).ShouldBe(401);
        App.Clock.Advance(TimeSpan.FromDays(14.1));
        (await ada.GetAsync("/api/auth/me")).ShouldBe(401);
    }

    [Test]
    public async Task W2_a_session_in_use_keeps_its_cookie_alive_in_the_browser()
    {
        var ada = await App.RegisterAsync();
        App.Clock.Advance(TimeSpan.FromDays(2));

        var answer = (await ada.GetAsync("/api/auth/me")).ShouldBe(200);

        answer.Headers.GetValues("Set-Cookie").Single().Should().Contain("max-age=1209600");
        (await ada.GetAsync("/api/auth/me")).Headers.Contains("Set-Cookie").Should().BeFalse();
    }

    [Test]
    public async Task W2_a_removed_member_is_out_within_a_minute()
    {
        var owner = await App.RegisterAsync();
        var ada = await App.RegisterAsync();
        await App.JoinAsync(ada, owner.WorkspaceId);
        (await SwitchAsync(ada, owner.WorkspaceId)).ShouldBe(200);
        (await ada.GetAsync("/api/auth/me")).ShouldBe(200);

        await App.LeaveAsync(ada, owner.WorkspaceId);
        App.Clock.Advance(OverAMinute);

        (await ada.GetAsync("/api/auth/me")).ShouldBe(401);
    }

    [Test]
    public async Task W1_switching_goes_on_in_another_workspace_of_the_user()
    {
        var owner = await App.RegisterAsync(workspaceName: "Theirs");
        var ada = await App.RegisterAsync(workspaceName: "Mine");
        var mine = ada.WorkspaceId;
        await App.JoinAsync(ada, owner.WorkspaceId);

        var answer = (await SwitchAsync(ada, owner.WorkspaceId)).ShouldBe(200);

        answer.Json.GetProperty("workspace").GetProperty("role").GetString().Should().Be("member");
        var me = await ada.GetAsync("/api/auth/me");
        me.Json.GetProperty("workspace").GetProperty("name").GetString().Should().Be("Theirs");
        me.Json.GetProperty("workspaces").EnumerateArray().Select(workspace => workspace.GetProperty("name").GetString()).Should().Equal("Mine", "Theirs");
        (await SwitchAsync(ada, mine)).ShouldBe(200);
    }

    [Test]
    public async Task W6_a_call_that_names_another_workspace_than_the_sessions_does_nothing()
    {
        var owner = await App.RegisterAsync();
        var ada = await App.RegisterAsync();
        var shown = ada.WorkspaceId;
        await App.JoinAsync(ada, owner.WorkspaceId);
        (await DeclareAsync(ada, "before", shown.ToString())).ShouldBe(201);

        (await SwitchAsync(ada, owner.WorkspaceId)).ShouldBe(200);

        (await DeclareAsync(ada, "after", shown.ToString())).ShouldBeProblem(409, "workspaceChanged");
        (await ada.GetAsync($"/api/events?workspace={shown}")).ShouldBeProblem(409, "workspaceChanged");
        (await ada.GetAsync($"/api/events/stream?workspace={shown}")).ShouldBeProblem(409, "workspaceChanged");
        (await ada.ReadAllAsync("/api/event-patterns", "name")).Should().BeEmpty();
        (await DeclareAsync(ada, "after", owner.WorkspaceId.ToString())).ShouldBe(201);
        (await DeclareAsync(ada, "unnamed", null)).ShouldBe(201);
        (await SwitchAsync(ada, shown)).ShouldBe(200);
        (await ada.ReadAllAsync("/api/event-patterns", "name")).Should().Equal("before");
    }

    [Test]
    public async Task W6_what_names_no_workspace_is_refused_and_what_is_open_to_everyone_does_not_ask()
    {
        var ada = await App.RegisterAsync();

        (await ada.GetAsync("/api/events?workspace=mine")).ShouldRefuse("workspace");
        (await App.Anonymous().GetAsync($"/api/events?workspace={Guid.NewGuid()}")).ShouldBeProblem(401, "signInRequired");
        (await ada.PostAsync($"/api/auth/login?workspace={Guid.NewGuid()}", new { email = ada.Email, password = TestClient.Password })).ShouldBe(200);
    }

    [Test]
    public async Task W2_switching_and_registering_begin_a_new_session_and_end_the_old_one()
    {
        var owner = await App.RegisterAsync();
        var ada = await App.RegisterAsync();
        await App.JoinAsync(ada, owner.WorkspaceId);

        var old = App.Node.As(ada);
        (await SwitchAsync(ada, owner.WorkspaceId)).ShouldBe(200);
        (await old.GetAsync("/api/auth/me")).ShouldBe(401);

        old = App.Node.As(ada);
        (await ada.PostAsync("/api/auth/register", new { email = "new@example.com", password = TestClient.Password, workspaceName = "New" })).ShouldBe(201);
        (await old.GetAsync("/api/auth/me")).ShouldBe(401);
        (await App.Database.CountAsync("user_sessions")).Should().Be(2);
    }

    [Test]
    public async Task W2_the_cookie_is_stored_nowhere()
    {
        var ada = await App.RegisterAsync();
        var text = ada.Cookie!.Split('=')[1];

        (await App.Database.CountAsync("user_sessions", $"cookie_hash <> '{text}' AND cookie_hash NOT LIKE '%{text}%'")).Should().Be(1);
    }

    [Test]
    public async Task W4_switching_to_a_workspace_of_others_is_404_and_changes_nothing()
    {
        var other = await App.RegisterAsync();
        var ada = await App.RegisterAsync();

        (await SwitchAsync(ada, other.WorkspaceId)).ShouldBeProblem(404, "workspaceNotFound");
        (await SwitchAsync(ada, "no id")).ShouldBeProblem(404, "workspaceNotFound");
        (await SwitchAsync(ada, null)).ShouldRefuse("workspaceId");

        (await ada.GetAsync("/api/auth/me")).Json.GetProperty("workspace").GetProperty("id").GetGuid().Should().Be(ada.WorkspaceId);
    }

    [Test]
    public async Task W2_a_session_counts_on_every_node_and_ends_on_every_node()
    {
        var ada = await App.RegisterAsync();
        await using var node = await App.StartSecondNodeAsync();
        var there = node.As(ada);
        (await there.GetAsync("/api/auth/me")).ShouldBe(200);

        (await ada.PostAsync("/api/auth/logout")).ShouldBe(204);
        App.Clock.Advance(OverAMinute);

        (await there.GetAsync("/api/auth/me")).ShouldBe(401);
    }

    [TestCase("Sec-Fetch-Site", "cross-site", 403)]
    [TestCase("Sec-Fetch-Site", "same-site", 403)]
    [TestCase("Sec-Fetch-Site", "same-origin", 204)]
    [TestCase("Sec-Fetch-Site", "none", 204)]
    [TestCase("Origin", "https://evil.example", 403)]
    [TestCase("Origin", "null", 403)]
    [TestCase("Origin", "own", 204)]
    [TestCase("Origin", "http://localhost:1", 403)]
    [TestCase("User-Agent", "curl", 204)]
    public async Task W2_writes_that_another_site_sends_are_refused(string header, string value, int status)
    {
        var ada = await App.RegisterAsync();
        value = value == "own" ? App.Node.Address.GetLeftPart(UriPartial.Authority) : value;

        var answer = (await ada.SendAsync(HttpMethod.Post, "/api/auth/logout", null, (header, value))).ShouldBe(status);

        if (status == 403)
        {
            answer.ShouldBeProblem(403, "crossSite");
            (await ada.SendAsync(HttpMethod.Get, "/api/auth/me", null, (header, value))).ShouldBe(200);
        }
    }

    private static Task<Answer> DeclareAsync(TestClient client, string name, string? workspace) => client.SendAsync(
        HttpMethod.Post,
        "/api/event-patterns",
        TestClient.ToContent(new { name }),
        workspace is null ? [] : [("Sendra-Workspace", workspace)]);

    private static Task<Answer> SwitchAsync(TestClient client, object? workspaceId) => client.PostAsync("/api/auth/switch", new { workspaceId });

    private static async Task<string> CookieOfRegisterAsync(TestNode node, params (string Name, string Value)[] headers)
    {
        var body = new StringContent("""{"email":"ada@example.com","password":"correct horse battery","workspaceName":"Acme"}""", System.Text.Encoding.UTF8, "application/json");
        var answer = await node.Anonymous().SendAsync(HttpMethod.Post, "/api/auth/register", body, headers);
        return answer.ShouldBe(201).Headers.GetValues("Set-Cookie").Single();
    }
}
