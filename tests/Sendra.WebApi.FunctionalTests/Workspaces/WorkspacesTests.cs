using System.Diagnostics;
using Sendra.WebApi.FunctionalTests.Access;
using Sendra.WebApi.FunctionalTests.EventSources;

namespace Sendra.WebApi.FunctionalTests.Workspaces;

public sealed class WorkspacesTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task W7_a_person_makes_another_workspace_owns_it_and_is_in_it()
    {
        var ada = await App.RegisterAsync(workspaceName: "First");
        var first = ada.WorkspaceId;
        var before = App.Node.As(ada);

        var made = (await ada.PostAsync("/api/workspaces", new { name = " Second " })).ShouldBe(201).Json.GetProperty("workspace");

        made.GetProperty("name").GetString().Should().Be("Second");
        made.GetProperty("role").GetString().Should().Be("owner");
        ada.WorkspaceId.Should().NotBe(first);
        var me = (await ada.GetAsync("/api/auth/me")).ShouldBe(200).Json;
        me.GetProperty("workspace").GetProperty("id").GetGuid().Should().Be(ada.WorkspaceId);
        me.GetProperty("workspaces").GetArrayLength().Should().Be(2);
        (await before.GetAsync("/api/auth/me")).ShouldBe(401);
    }

    [Test]
    public async Task W7_a_name_is_asked_for()
    {
        var ada = await App.RegisterAsync();

        (await ada.PostAsync("/api/workspaces", new { name = " " })).ShouldRefuse("name");
        (await ada.PostAsync("/api/workspaces", new { name = new string('x', 101) })).ShouldRefuse("name");
        (await ada.PatchAsync($"/api/workspaces/{ada.WorkspaceId}", new { name = "a\u0001" })).ShouldRefuse("name");
    }

    [Test]
    public async Task W8_a_person_owns_at_most_100_workspaces_also_when_asking_at_once()
    {
        var ada = await App.RegisterAsync();
        for (var i = 0; i < 98; i++)
        {
            (await ada.PostAsync("/api/workspaces", new { name = $"W{i}" })).ShouldBe(201);
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => App.Node.As(ada).PostAsync("/api/workspaces", new { name = $"Last {i}" })));

        answers.Count(answer => answer.Status == 201).Should().Be(1);
        (await App.Database.CountAsync("workspaces")).Should().Be(100);
        var again = App.Anonymous();
        (await again.PostAsync("/api/auth/login", new { email = ada.Email, password = TestClient.Password })).ShouldBe(200);
        (await again.PostAsync("/api/workspaces", new { name = "One more" })).ShouldBeProblem(409, "tooManyWorkspaces");
    }

    [Test]
    public async Task W7_an_owner_renames_a_workspace_from_wherever_they_are()
    {
        var ada = await App.RegisterAsync(workspaceName: "First");
        var first = ada.WorkspaceId;
        (await ada.PostAsync("/api/workspaces", new { name = "Second" })).ShouldBe(201);

        (await ada.PatchAsync($"/api/workspaces/{first}", new { name = "Renamed" })).ShouldBe(200).Json.GetProperty("name").GetString().Should().Be("Renamed");

        (await ada.GetAsync("/api/auth/me")).Json.GetProperty("workspaces").EnumerateArray().Select(one => one.GetProperty("name").GetString())
            .Should().BeEquivalentTo("Renamed", "Second");
    }

    [Test]
    public async Task W7_who_is_no_owner_renames_and_deletes_nothing()
    {
        var owner = await App.RegisterAsync(workspaceName: "Theirs");
        var member = await App.RegisterAsync();
        await App.JoinAsync(member, owner.WorkspaceId);
        var stranger = await App.RegisterAsync();
        var path = $"/api/workspaces/{owner.WorkspaceId}";

        (await member.PatchAsync(path, new { name = "Mine" })).ShouldBeProblem(403, "ownerRequired");
        (await member.DeleteAsync(path, new { name = "Theirs" })).ShouldBeProblem(403, "ownerRequired");
        (await stranger.PatchAsync(path, new { name = "Mine" })).ShouldBeProblem(404, "workspaceNotFound");
        (await stranger.DeleteAsync(path, new { name = "Theirs" })).ShouldBeProblem(404, "workspaceNotFound");

        (await owner.GetAsync("/api/auth/me")).Json.GetProperty("workspace").GetProperty("name").GetString().Should().Be("Theirs");
    }

    [Test]
    public async Task W7_deleting_asks_for_the_name()
    {
        var ada = await App.RegisterAsync(workspaceName: "Acme");
        var path = $"/api/workspaces/{ada.WorkspaceId}";

        (await ada.DeleteAsync(path, new { name = "acme" })).ShouldRefuse("name");
        (await ada.DeleteAsync(path, new { })).ShouldRefuse("name");

        (await ada.GetAsync("/api/events")).ShouldBe(200);
    }

    [Test]
    public async Task W7_a_deleted_workspace_is_dead_at_once_with_its_sessions_keys_urls_and_links()
    {
        var owner = await App.RegisterAsync(workspaceName: "Acme");
        var member = await App.RegisterAsync();
        await App.JoinAsync(member, owner.WorkspaceId);
        (await member.PostAsync("/api/auth/switch", new { workspaceId = owner.WorkspaceId })).ShouldBe(200);
        var program = await App.ProgramAsync(owner, "events:send", "read");
        var source = await Source.CreateAsync(owner);
        var token = (await owner.PostAsync("/api/invitations", new { role = "member" })).ShouldBe(201).Json.GetProperty("token").GetString();
        (await source.PostAsync("""{"email":"ada@example.com","event":"signUp"}""")).ShouldBe(200);
        (await program.PostAsync("/api/events/send", new { email = "ada@example.com", eventName = "signUp" })).ShouldBe(200);

        var answer = (await owner.DeleteAsync($"/api/workspaces/{owner.WorkspaceId}", new { name = "Acme" })).ShouldBe(200);

        answer.Json.GetProperty("workspace").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        (await member.GetAsync("/api/events")).ShouldBe(401);
        (await program.PostAsync("/api/events/send", new { email = "ada@example.com", eventName = "signUp" })).ShouldBe(401);
        (await program.GetAsync("/api/events")).ShouldBe(401);
        (await source.PostAsync("""{"email":"ada@example.com","event":"signUp"}""")).ShouldBe(404);
        (await App.Anonymous().PostAsync("/api/invitations/preview", new { token })).ShouldBe(404);
        (await owner.GetAsync("/api/auth/me")).Json.GetProperty("workspaces").GetArrayLength().Should().Be(0);
    }

    [Test]
    public async Task W7_another_node_takes_no_events_and_deliveries_of_a_deleted_workspace()
    {
        var owner = await App.RegisterAsync(workspaceName: "Acme");
        var program = await App.ProgramAsync(owner, "events:send");
        var source = await Source.CreateAsync(owner);
        await using var node = await App.StartSecondNodeAsync();
        var (programThere, anyone) = (node.As(program), node.Anonymous());
        (await programThere.PostAsync("/api/events/send", new { email = "ada@example.com", eventName = "signUp" })).ShouldBe(200);
        var path = new Uri(source.Url).AbsolutePath;
        (await anyone.PostAsync(path, new { email = "ada@example.com", @event = "signUp" })).ShouldBe(200);

        (await owner.DeleteAsync($"/api/workspaces/{owner.WorkspaceId}", new { name = "Acme" })).ShouldBe(200);

        // It still trusts the key for a minute.
        (await programThere.PostAsync("/api/events/send", new { email = "ada@example.com", eventName = "signUp" })).ShouldBeProblem(404, "workspaceNotFound");
        (await anyone.PostAsync(path, new { email = "ada@example.com", @event = "signUp" })).ShouldBe(404);
    }

    [Test]
    public async Task W7_all_that_a_deleted_workspace_had_is_purged_and_nothing_else()
    {
        var victim = await WalkedWorkspace.MakeAsync(App);
        var other = await WalkedWorkspace.MakeAsync(App);
        var stored = new StoredRows(App);
        var kept = await stored.OfAsync(other.Id, other.MemberId);
        (await stored.OfAsync(victim.Id, victim.Id)).Where(table => table.Value.Length > 0).Should().HaveCountGreaterThan(12);

        (await victim.Client.DeleteAsync($"/api/workspaces/{victim.Id}", new { name = "Acme" })).ShouldBe(200);

        // What is written behind the answers may come after the first purge. The last one is when no node trusts a key any more.
        string[] left = [];
        App.Clock.Advance(TimeSpan.FromMinutes(6));
        await UntilAsync(
            async () => (left = [.. (await stored.OfAsync(victim.Id, victim.Id)).Where(table => table.Value.Length > 0).Select(table => table.Key).Except(["users"])]).Length == 0,
            () => string.Join(", ", left));
        (await stored.OfAsync(other.Id, other.MemberId)).Should().BeEquivalentTo(kept, options => options.WithStrictOrdering());
    }

    [Test]
    public async Task W7_a_purge_that_was_cut_off_is_finished_after_the_restart()
    {
        var victim = await WalkedWorkspace.MakeAsync(App);

        // As a node leaves it that dies right after the deletion.
        await App.Database.ScalarAsync($"UPDATE workspaces SET deleted_at = {UnixMicroseconds(App.Clock.GetUtcNow().AddMinutes(-10))}");

        await using var node = await App.StartNodeAsync([]);

        var stored = new StoredRows(App);
        await UntilAsync(async () => (await stored.OfAsync(victim.Id, victim.Id))["workspaces"].Length == 0);
    }

    [Test]
    public async Task W7_who_is_in_no_workspace_signs_in_and_makes_one()
    {
        var ada = await App.RegisterAsync(workspaceName: "Acme");
        (await ada.DeleteAsync($"/api/workspaces/{ada.WorkspaceId}", new { name = "Acme" })).ShouldBe(200);
        var again = App.Anonymous();

        (await again.PostAsync("/api/auth/login", new { email = ada.Email, password = TestClient.Password })).ShouldBe(200);

        (await again.GetAsync("/api/auth/me")).ShouldBe(200);
        (await again.GetAsync("/api/events")).ShouldBeProblem(403, "noWorkspace");
        (await again.PostAsync("/api/api-keys", new { name = "Key", scopes = (string[])["read"] })).ShouldBeProblem(403, "noWorkspace");
        (await again.PostAsync("/api/workspaces", new { name = "New" })).ShouldBe(201);
        (await again.GetAsync("/api/events")).ShouldBe(200);
    }

    [Test]
    public async Task W7_who_deletes_a_workspace_goes_on_in_another_one()
    {
        var ada = await App.RegisterAsync(workspaceName: "First");
        var first = ada.WorkspaceId;
        (await ada.PostAsync("/api/workspaces", new { name = "Second" })).ShouldBe(201);

        (await ada.DeleteAsync($"/api/workspaces/{ada.WorkspaceId}", new { name = "Second" })).ShouldBe(200);

        ada.WorkspaceId.Should().Be(first);
        (await ada.GetAsync("/api/events")).ShouldBe(200);
    }

    [Test]
    public async Task W7_the_workspace_that_was_used_last_opens_at_sign_in()
    {
        var ada = await App.RegisterAsync(workspaceName: "First");
        (await ada.PostAsync("/api/workspaces", new { name = "Second" })).ShouldBe(201);
        (await ada.PostAsync("/api/workspaces", new { name = "Third" })).ShouldBe(201);
        var second = (await ada.GetAsync("/api/auth/me")).Json.GetProperty("workspaces").EnumerateArray()
            .Single(one => one.GetProperty("name").GetString() == "Second").GetProperty("id").GetGuid();
        (await ada.PostAsync("/api/auth/switch", new { workspaceId = second })).ShouldBe(200);
        var again = App.Anonymous();

        (await again.PostAsync("/api/auth/login", new { email = ada.Email, password = TestClient.Password })).ShouldBe(200);

        again.WorkspaceId.Should().Be(second);
    }

    [Test]
    public async Task W7_of_two_who_delete_at_once_one_does_and_nobody_joins_meanwhile()
    {
        var owner = await App.RegisterAsync(workspaceName: "Acme");
        var guest = await App.RegisterAsync();
        var token = (await owner.PostAsync("/api/invitations", new { role = "member" })).ShouldBe(201).Json.GetProperty("token").GetString();
        var path = $"/api/workspaces/{owner.WorkspaceId}";

        var deleting = Enumerable.Range(0, 4).Select(_ => App.Node.As(owner).DeleteAsync(path, new { name = "Acme" }));
        var answers = await Task.WhenAll([.. deleting, guest.PostAsync("/api/invitations/accept", new { token })]);

        answers.Take(4).Select(answer => answer.Status).Should().Contain(200).And.OnlyContain(status => status == 200 || status == 401 || status == 404);
        answers.Take(4).Count(answer => answer.Status == 200).Should().Be(1);
        (await App.Database.CountAsync("members")).Should().Be(1);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo, Func<string>? left = null)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromSeconds(30), "a node should have purged it, and left {0}", left?.Invoke() ?? "something");
            await Looks.AgainAsync();
        }
    }

    private static long UnixMicroseconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
