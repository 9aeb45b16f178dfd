using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Microsoft.Extensions.DependencyInjection;
using Sendra.Infrastructure.Workspaces;
using Sendra.WebApi.FunctionalTests.Access;
using Sendra.WebApi.FunctionalTests.EventSources;
using Sendra.WebApi.FunctionalTests.Ingestion;
using Sendra.WebApi.FunctionalTests.Suppressions;

namespace Sendra.WebApi.FunctionalTests.AuditLog;

public sealed class AuditLogTests(string provider) : FunctionalTest(provider)
{
    private readonly string _provider = provider;

    [Test]
    public async Task W9_signing_up_in_and_joining_is_told()
    {
        var ada = await App.RegisterAsync();
        (await ada.AuditedAsync()).Should().Equal("signedIn account", "created workspace");

        var link = (await ada.PostAsync("/api/invitations", new { role = "member" })).ShouldBe(201).Json.Text("token");
        var bob = App.Anonymous();
        (await bob.SendAsync(
            HttpMethod.Post, "/api/invitations/accept", TestClient.ToContent(new { token = link, email = "bob@example.com", password = TestClient.Password }), ("User-Agent", "Bob's browser"))).ShouldBe(200);
        (await App.Anonymous().SignInAsync("bob@example.com", TestClient.Password)).ShouldBe(200);

        var log = await ada.AuditLogAsync();
        log.Take(4).Select(AuditWords.Done).Should().Equal("signedIn account", "signedIn account", "joined member", "created invitation");
        log.Take(3).Should().AllSatisfy(line => line.Actor().Should().Be("user bob@example.com"));
        log.Take(3).Should().AllSatisfy(line => line.GetProperty("target").Text("name").Should().Be("bob@example.com"));
        log[1].Text("userAgent").Should().Be("Bob's browser");
        log[2].GetProperty("details").Text("role").Should().Be("member");
        log[3].Actor().Should().Be($"user {ada.Email}");
    }

    [Test]
    public async Task W9_a_refused_sign_in_is_told_where_its_person_would_have_come_and_not_more_than_twenty_an_hour()
    {
        var (ada, eve) = (await App.RegisterAsync(), await App.RegisterAsync());
        await using var node = await App.StartNodeAsync(new() { ["TrustedProxies"] = "127.0.0.1" });
        for (var attempt = 0; attempt < 25; attempt++)
        {
            await GuessAsync(ada.Email, $"203.0.113.{attempt}");
        }

        await GuessAsync("nobody@example.com", "203.0.113.1");
        await GuessAsync(eve.Email, "198.51.100.7");

        // They are written in order, so what came before eve's has been written by then.
        var refused = (await UntilAsync(eve, 1)).Single();
        refused.Actor().Should().Be("anonymous ");
        refused.Text("address").Should().Be("198.51.100.7");
        var told = await UntilAsync(ada, 20);
        told.Should().HaveCount(20).And.AllSatisfy(line => line.GetProperty("target").Text("name").Should().Be(ada.Email));

        App.Clock.Advance(TimeSpan.FromHours(1));
        await GuessAsync(ada.Email, "203.0.113.1");
        await UntilAsync(ada, 21);

        async Task GuessAsync(string email, string from) => (await node.Anonymous().SendAsync(
            HttpMethod.Post, "/api/auth/login", TestClient.ToContent(new { email, password = "wrong password" }), ("X-Forwarded-For", from))).ShouldBe(401);
    }

    [Test]
    public async Task W9_a_member_who_was_removed_and_a_key_that_was_revoked_are_still_named()
    {
        var (ada, bob) = (await App.RegisterAsync(), await App.RegisterAsync());
        await App.JoinAsync(bob, ada.WorkspaceId);
        (await bob.PostAsync("/api/auth/switch", new { workspaceId = ada.WorkspaceId })).ShouldBe(200);
        (await bob.PostAsync("/api/custom-fields", new { name = "plan", type = "text" })).ShouldBe(201);
        var program = await App.ProgramAsync(ada, "manage");
        (await program.PostAsync("/api/custom-fields", new { name = "size", type = "text" })).ShouldBe(201);
        var key = (await ada.ItemsAsync("/api/api-keys")).Single().Text("id");

        (await ada.DeleteAsync($"/api/members/{bob.UserId}")).ShouldBe(200);
        (await ada.DeleteAsync($"/api/api-keys/{key}")).ShouldBe(204);

        var log = await ada.AuditLogAsync();
        log[0].Done().Should().Be("revoked apiKey");
        log[0].GetProperty("target").Text("name").Should().Be("Program");
        log[1].Done().Should().Be("removed member");
        log[1].GetProperty("target").Text("name").Should().Be(bob.Email);
        log.Single(line => line.GetProperty("target").Text("name") == "plan").Actor().Should().Be($"user {bob.Email}");
        log.Single(line => line.GetProperty("target").Text("name") == "size").Actor().Should().Be("apiKey Program");
        (await ada.AuditLogAsync($"&actorId={key}")).Should().ContainSingle();
        (await ada.DeleteAsync($"/api/members/{bob.UserId}")).ShouldBe(404);
        (await ada.AuditLogAsync()).Should().HaveCount(log.Length, "nothing was done");
    }

    [Test]
    public async Task W9_what_was_changed_is_named()
    {
        var ada = await App.RegisterAsync();
        (await ada.PutAsync("/api/workspace/settings", new { retentionDays = 30, sender = new { fromName = "Ada", fromEmail = "ada@example.com" } })).ShouldBe(200);
        (await ada.PatchAsync($"/api/workspaces/{ada.WorkspaceId}", new { name = "Better" })).ShouldBe(200);
        var automation = (await ada.PostAsync("/api/automations", new { name = "Welcome", trigger = new { eventName = "signUp" }, frequency = "everyTime", exitEvents = Array.Empty<string>() })).ShouldBe(201).Json.Text("id");
        (await ada.PutAsync($"/api/automations/{automation}", new
        {
            name = "Hello",
            trigger = new { eventName = "signUp" },
            frequency = "everyTime",
            exitEvents = (string[])["left"],
            steps = (object[])[new { id = "mark", type = "updateContact", set = new { firstName = "A" } }],
        })).ShouldBe(200);
        (await ada.PostAsync($"/api/automations/{automation}/activate")).ShouldBe(200);

        var log = await ada.AuditLogAsync();
        log.Take(5).Select(AuditWords.Done).Should().Equal("activated automation", "changed automation", "created automation", "renamed workspace", "changed workspace");
        Changes(log[4]).Should().BeEquivalentTo("retentionDays:>30", "sender:>");
        Changes(log[3]).Should().Equal("name:Acme>Better");
        Changes(log[1]).Should().BeEquivalentTo("name:>", "exitEvents:>", "content:>");
        log[1].GetProperty("details").GetProperty("version").GetInt32().Should().Be(2);
        log[1].GetProperty("target").Text("name").Should().Be("Hello");

        static IEnumerable<string> Changes(JsonElement line) => line.GetProperty("details").GetProperty("changes").EnumerateArray()
            .Select(change => $"{change.Text("field")}:{change.GetProperty("from").GetString()}>{change.GetProperty("to").GetString()}");
    }

    [Test]
    public async Task W9_a_save_that_changes_nothing_is_not_told_and_many_of_a_kind_are_told_at_once()
    {
        var ada = await App.RegisterAsync();
        (await ada.PostAsync("/api/events/batch", new { events = Enumerable.Range(0, 30).Select(i => new { email = "bob@example.com", eventName = $"name{i}" }) })).ShouldBe(200);
        (await ada.PutAsync("/api/workspace/settings", new { retentionDays = (int?)null })).ShouldBe(200);

        (await ada.PostAsync("/api/event-patterns/declare-undeclared", new { })).ShouldBe(200);

        var log = await ada.AuditLogAsync();
        log.Select(AuditWords.Done).Should().Equal("created eventPattern", "signedIn account", "created workspace");
        log[0].GetProperty("details").GetProperty("count").GetInt32().Should().Be(30);
    }

    [Test]
    public async Task W9_the_log_is_filtered_and_paged_and_exported()
    {
        var ada = await App.RegisterAsync();
        for (var key = 0; key < 5; key++)
        {
            (await ada.PostAsync("/api/api-keys", new { name = $"=Key {key}", scopes = (string[])["read"] })).ShouldBe(201);
        }

        var keys = await ada.ItemsAsync("/api/api-keys");
        (await ada.DeleteAsync($"/api/api-keys/{keys[2].Text("id")}")).ShouldBe(204);
        var today = App.Clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        (await ada.AuditedAsync("&action=revoked")).Should().Equal("revoked apiKey");
        (await ada.AuditedAsync("&targetType=apiKey")).Should().HaveCount(6);
        (await ada.AuditedAsync($"&targetType=apiKey&targetId={keys[2].Text("id")}")).Should().Equal("revoked apiKey", "created apiKey");
        (await ada.AuditedAsync($"&actorId={ada.UserId}&from={today}&to={today}")).Should().HaveCount(8);
        (await ada.AuditedAsync($"&actorId={Guid.NewGuid()}")).Should().BeEmpty();
        (await ada.AuditedAsync("&to=2020-01-01")).Should().BeEmpty();
        (await ada.AuditedAsync("&from=2099-01-01")).Should().BeEmpty();
        (await ada.ReadAllAsync(AuditWords.Path, "id")).Should().Equal((await ada.AuditLogAsync()).Select(line => line.Text("id")));
        await ada.ShouldPageStrictlyAsync(AuditWords.Path);
        (await ada.GetAsync($"{AuditWords.Path}?from=yesterday&to=never")).ShouldRefuse("from", "to");
        (await ada.GetAsync($"{AuditWords.Path}?action=seen")).ShouldRefuse("action");
        (await ada.GetAsync($"{AuditWords.Path}?targetId={new string('x', 65)}")).ShouldRefuse("targetId");

        var lines = (await ada.GetAsync($"{AuditWords.Path}/export?format=ndjson&targetType=apiKey")).ShouldBe(200);
        lines.ContentType.Should().Be("application/x-ndjson");
        lines.Text.TrimEnd('\n').Split('\n').Should().Equal((await ada.AuditLogAsync("&targetType=apiKey")).Select(line => line.GetRawText()));
        var answer = (await ada.GetAsync($"{AuditWords.Path}/export")).ShouldBe(200);
        answer.ContentType.Should().Be("text/csv");
        using var csv = new CsvReader(new StringReader(answer.Text), CultureInfo.InvariantCulture);
        var rows = csv.GetRecords<dynamic>().Select(row => new Dictionary<string, object>((IDictionary<string, object>)row)).ToArray();
        rows.Should().HaveCount(10);
        rows[2].Should().Contain("action", "revoked").And.Contain("targetName", "'=Key 2").And.Contain("actorName", ada.Email).And.Contain("address", "127.0.0.1");
    }

    [Test]
    public async Task W9_only_an_owners_session_reads_the_log_or_decides_how_long_it_is_kept()
    {
        var (ada, bob) = (await App.RegisterAsync(), await App.RegisterAsync());
        var program = await App.ProgramAsync(ada, "events:send", "read", "manage");
        await App.JoinAsync(bob, ada.WorkspaceId);
        (await bob.PostAsync("/api/auth/switch", new { workspaceId = ada.WorkspaceId })).ShouldBe(200);

        (await bob.GetAsync(AuditWords.Path)).ShouldBeProblem(403, "ownerRequired");
        (await program.GetAsync($"{AuditWords.Path}/export")).ShouldBeProblem(403, "sessionRequired");
        (await bob.PutAsync("/api/workspace/settings", new { auditDays = 1 })).ShouldBeProblem(403, "ownerRequired");
        (await program.PutAsync("/api/workspace/settings", new { auditDays = 1 })).ShouldBeProblem(403, "ownerRequired");
        (await program.PutAsync("/api/workspace/settings", new { contentDays = 1 })).ShouldBe(200).Json.GetProperty("auditDays").ValueKind.Should().Be(JsonValueKind.Null);
        (await ada.PutAsync("/api/workspace/settings", new { auditDays = 3_651 })).ShouldRefuse("auditDays");
        foreach (var method in (HttpMethod[])[HttpMethod.Delete, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Post])
        {
            var id = (await ada.AuditLogAsync())[0].Text("id");
            (await ada.SendAsync(method, AuditWords.Path, TestClient.ToContent(new { }))).Status.Should().BeOneOf(404, 405);
            (await ada.SendAsync(method, $"{AuditWords.Path}/{id}", TestClient.ToContent(new { }))).Status.Should().BeOneOf(404, 405);
        }
    }

    [Test]
    public async Task W9_what_is_older_than_the_workspace_keeps_it_goes()
    {
        var (ada, keeper) = (await App.RegisterAsync(), await App.RegisterAsync());
        (await ada.PutAsync("/api/workspace/settings", new { auditDays = 2 })).ShouldBe(200).Json.GetProperty("auditDays").GetInt32().Should().Be(2);
        App.Clock.Advance(TimeSpan.FromDays(3));
        (await ada.PostAsync("/api/custom-fields", new { name = "plan", type = "text" })).ShouldBe(201);

        await App.Node.Services.GetRequiredService<AuditRetention>().RunAsync(CancellationToken.None);

        (await ada.AuditedAsync()).Should().Equal("created customField");
        (await keeper.AuditLogAsync()).Should().HaveCount(2);
    }

    [Test]
    public async Task W9_of_an_erased_person_no_address_stays_in_the_log()
    {
        var ada = await App.RegisterAsync();
        const string Email = "bob.erased@example.com";
        (await ada.PostAsync("/api/suppressions", new { email = "BOB.erased@example.com" })).ShouldBe(201);
        (await ada.PostAsync("/api/suppressions", new { email = "eve@example.com" })).ShouldBe(201);
        var id = await ada.ContactAsync(Email);
        (await ada.AuditLogAsync())[1].GetProperty("target").Text("name").Should().Be(Email);
        (await ada.GetAsync($"/api/contacts/export?email={Email}")).ShouldBe(200);

        (await ada.DeleteAsync($"/api/contacts/{id}")).ShouldBe(204);
        (await ada.DeleteAsync($"/api/suppressions/{Email}")).ShouldBe(204);

        var log = await ada.AuditLogAsync();
        log.Take(2).Select(AuditWords.Done).Should().Equal("deleted suppression", "erased contact");
        log[1].GetProperty("target").Text("id").Should().Be(id.ToString());
        (await new StoredRows(App).OfAsync(ada.WorkspaceId, ada.UserId))["audit_log"].Should().NotBeEmpty()
            .And.NotContain(row => row.Contains("bob.erased", StringComparison.OrdinalIgnoreCase));
        log.Should().Contain(line => line.GetProperty("target").GetProperty("name").GetString() == "eve@example.com");
    }

    [Test]
    public async Task W9_no_secret_and_no_payload_is_in_the_log()
    {
        var ada = await App.RegisterAsync();
        var key = (await ada.PostAsync("/api/api-keys", new { name = "Key", scopes = (string[])["read"] })).ShouldBe(201).Json.Text("key");
        var invitation = (await ada.PostAsync("/api/invitations", new { role = "member" })).ShouldBe(201).Json.Text("token");
        var source = await Source.CreateAsync(ada);
        (await ada.PutAsync($"/api/event-sources/{source.Id}", new
        {
            name = "Secret",
            emailPath = "email",
            eventName = new { path = "event" },
            signature = new { scheme = "token", header = "x-token", secrets = (string[])["a-very-secret-token"] },
        })).ShouldBe(200);
        (await ada.PostAsync($"/api/event-sources/{source.Id}/rotate", new { overlapHours = 1 })).ShouldBe(200);
        var secret = (await ada.PostAsync("/api/workspace/signing-secret/rotate", new { overlapHours = 1 })).ShouldBe(200).Json.Text("signingSecret");
        (await ada.PostAsync("/api/auth/password", new { currentPassword = TestClient.Password, newPassword = "another battery" })).ShouldBe(200);

        var rows = (await new StoredRows(App).OfAsync(ada.WorkspaceId, ada.UserId))["audit_log"];
        rows.Should().HaveCountGreaterThan(7);
        foreach (var hidden in (string[])[key[11..], invitation, "a-very-secret-token", secret, "another battery", TestClient.Password])
        {
            rows.Should().NotContain(row => row.Contains(hidden, StringComparison.Ordinal));
        }

        (await ada.AuditLogAsync()).Single(line => line.Done() == "changed eventSource").GetProperty("details").GetProperty("changes").EnumerateArray()
            .Select(change => change.Text("field")).Should().Contain("signature");
    }

    [Test]
    public async Task W9_neither_a_change_nor_its_line_is_there_without_the_other()
    {
        Assume.That(_provider, Is.Not.EqualTo("Citus"), "Citus has no triggers on tables that are spread.");
        var (ada, bob) = (await App.RegisterAsync(), await App.RegisterAsync());
        await App.JoinAsync(bob, ada.WorkspaceId);
        var contact = await ada.ContactAsync("eve@example.com");
        (await ada.PostAsync("/api/suppressions", new { email = "old@example.com" })).ShouldBe(201);
        var stored = new StoredRows(App);
        var before = await stored.OfAsync(ada.WorkspaceId, ada.UserId);
        await App.Database.ScalarAsync(Poison);
        try
        {
            (await ada.PostAsync("/api/api-keys", new { name = "Key", scopes = (string[])["read"] })).Status.Should().BeGreaterThanOrEqualTo(400);
            (await ada.DeleteAsync($"/api/members/{bob.UserId}")).Status.Should().BeGreaterThanOrEqualTo(400);
            (await ada.DeleteAsync($"/api/contacts/{contact}")).Status.Should().BeGreaterThanOrEqualTo(400);
            (await ada.PostAsync("/api/suppressions", new { email = "new@example.com" })).Status.Should().BeGreaterThanOrEqualTo(400);
            (await ada.DeleteAsync("/api/suppressions/old@example.com")).Status.Should().BeGreaterThanOrEqualTo(400);
            (await ada.PostAsync("/api/workspace/signing-secret/rotate", new { overlapHours = 1 })).Status.Should().BeGreaterThanOrEqualTo(400);
            (await ada.GetAsync("/api/contacts/export")).Status.Should().BeGreaterThanOrEqualTo(400);
        }
        finally
        {
            await App.Database.ScalarAsync(Antidote);
        }

        var after = await stored.OfAsync(ada.WorkspaceId, ada.UserId);
        foreach (var table in (string[])["api_keys", "members", "contacts", "suppressions", "audit_log"])
        {
            after[table].Should().BeEquivalentTo(before[table], table);
        }
    }

    private static async Task<JsonElement[]> UntilAsync(TestClient client, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var refused = await client.AuditLogAsync("&action=signInRefused");
            if (refused.Length >= count)
            {
                return refused;
            }

            await Task.Delay(20, patience.Token);
        }
    }

    private string Poison => _provider switch
    {
        "Sqlite" => "CREATE TRIGGER poison BEFORE INSERT ON audit_log BEGIN SELECT RAISE(FAIL, 'poisoned by a test'); END",
        "PostgreSql" => """
            CREATE FUNCTION poison() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'poisoned by a test'; END $$ LANGUAGE plpgsql;
            CREATE TRIGGER poison BEFORE INSERT ON audit_log FOR EACH ROW EXECUTE FUNCTION poison()
            """,
        _ => "CREATE TRIGGER poison ON audit_log AFTER INSERT AS THROW 50000, 'poisoned by a test', 1",
    };

    private string Antidote => _provider switch
    {
        "PostgreSql" => "DROP TRIGGER poison ON audit_log; DROP FUNCTION poison()",
        _ => "DROP TRIGGER poison",
    };
}
