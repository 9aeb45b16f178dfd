using System.Diagnostics;
using System.IO.Pipelines;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sendra.Infrastructure.Erasure;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.WebApi.FunctionalTests.EventSources;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Contacts;

public sealed class ErasureTests(string provider) : FunctionalTest(provider)
{
    private static readonly string[] OfPersons = ["contacts", "received_events", "enrollments", "event_name_tallies"];

    [Test]
    public async Task L3_an_erased_person_leaves_nothing_behind_and_the_others_everything()
    {
        var ada = await App.RegisterAsync();
        await ada.LiveAutomationAsync("signUp", "oncePerContact", "bought");
        await SendManyAsync(ada, "bob@example.com", 1_300, "signUp", "bought", "bob@example.com was here");
        await SendManyAsync(ada, "eve@example.com", 10, "signUp");
        var bob = await IdOfAsync(ada, "bob@example.com");

        (await ada.DeleteAsync($"/api/contacts/{bob}")).ShouldBe(204);

        (await ada.GetAsync($"/api/contacts/{bob}")).ShouldBeProblem(404, "contactNotFound");
        (await ada.DeleteAsync($"/api/contacts/{bob}")).ShouldBeProblem(404, "contactNotFound");
        (await App.Database.CountAsync("contacts")).Should().Be(1);
        (await App.Database.CountAsync("received_events")).Should().Be(10);
        (await App.Database.CountAsync("enrollments")).Should().Be(1);
        (await App.Database.CountAsync("event_name_tallies", "event_name <> 'signUp'")).Should().Be(0);
        (await ada.ItemsAsync("/api/event-patterns/undeclared")).Single().GetProperty("receivedCount").GetInt64().Should().Be(10);
    }

    [Test]
    public async Task L3_what_came_by_webhook_is_exported_and_then_forgotten_repeats_included()
    {
        var ada = await App.RegisterAsync();
        var source = await Source.CreateAsync(ada);
        (await source.PostAsync("""{"id":"bob@example.com-1","email":"bob@example.com","event":"paid"}""")).ShouldBe(200);
        (await source.PostAsync("""{"id":"bob@example.com-1","email":"bob@example.com","event":"paid"}""")).ShouldBe(200);
        (await source.PostAsync("""{"id":"2","email":"eve@example.com","event":"paid"}""")).ShouldBe(200);
        var bob = await IdOfAsync(ada, "bob@example.com");

        var export = (await ada.GetAsync($"/api/contacts/{bob}/export")).ShouldBe(200).Json.GetProperty("deliveries").EnumerateArray().ToArray();
        export.Select(delivery => delivery.Text("status")).Should().Equal("processed", "duplicate");
        export.Should().OnlyContain(delivery => delivery.Text("payload").Contains("bob@example.com"));
        (await ada.DeleteAsync($"/api/contacts/{bob}")).ShouldBe(204);

        var deliveries = await source.DeliveriesAsync();
        deliveries.Should().HaveCount(3);
        foreach (var delivery in deliveries)
        {
            var text = (await ada.GetAsync($"/api/deliveries/{delivery.Text("id")}")).ShouldBe(200).Text;
            text.Should().NotContain("bob@example.com");
        }

        (await App.Database.CountAsync("deliveries", "payload IS NULL AND headers IS NULL AND delivery_id IS NULL")).Should().Be(2);
        (await source.CountsAsync()).Should().Be((2, 0, 1, 0));
    }

    [Test]
    public async Task L3_first_and_last_received_never_name_an_erased_event()
    {
        var ada = await App.RegisterAsync();
        (await ada.PostAsync("/api/event-patterns", new { name = "e" })).ShouldBe(201);
        await ada.EventAsync("bob@example.com", "e");
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await ada.EventAsync("eve@example.com", "e");
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await ada.EventAsync("bob@example.com", "e");

        (await ada.DeleteAsync($"/api/contacts/{await IdOfAsync(ada, "bob@example.com")}")).ShouldBe(204);

        var left = (await ada.ItemsAsync("/api/events")).Single();
        (await ada.ItemsAsync("/api/event-patterns")).Single().Text("lastReceivedAt").Should().Be(left.Text("receivedAt"));
        (await ada.DeleteAsync($"/api/contacts/{left.Text("contactId")}")).ShouldBe(204);
        var pattern = (await ada.ItemsAsync("/api/event-patterns")).Single();
        pattern.GetProperty("receivedCount").GetInt64().Should().Be(0);
        pattern.GetProperty("lastReceivedAt").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
    }

    [Test]
    public async Task L3_refused_lines_of_imports_go_with_the_person_they_name()
    {
        var ada = await App.RegisterAsync();
        await ada.SaveContactAsync(new { email = "bob@example.com", externalId = "u1" });
        var tooLong = new string('x', 300);
        var table = await ada.ImportAsync($"email;externalId;note\nBob@Example.com;{tooLong};his own\n?;u1;by his id\n?;u2;\"ask <bob@example.com>\"\neve@example.com;{tooLong};hers\n");
        var lines = await ada.ImportAsync(
            "{\"email\":\"bob\\u0040example.com\",\"externalId\":5}\nbob@example.com\n{\"email\":\"eve\"}\n", type: "application/x-ndjson");
        table.Figures().Should().Be((0, 0, 4, 0));
        lines.Figures().Should().Be((0, 0, 3, 0));

        (await ada.DeleteAsync($"/api/contacts/{await IdOfAsync(ada, "bob@example.com")}")).ShouldBe(204);

        var left = (await ada.GetAsync($"/api/contacts/import/{table.Text("id")}/errors")).ShouldBe(200).Text;
        left.Should().Contain("eve@example.com").And.NotContain("his own").And.NotContain("by his id").And.NotContain("bob@example.com");
        (await ada.GetAsync($"/api/contacts/import/{lines.Text("id")}/errors")).ShouldBe(200).Text.Should().Contain("eve").And.NotContain("bob");
        (await ada.GetAsync($"/api/contacts/import/{table.Text("id")}")).ShouldBe(200).Json.Figures().Should().Be((0, 0, 4, 0));
        (await App.Database.CountAsync("contact_import_chunks", "problems LIKE '%bob%' OR problems LIKE '%his%'")).Should().Be(0);
    }

    [Test]
    public async Task L3_an_import_that_began_before_the_erasure_brings_nobody_back()
    {
        var ada = await App.RegisterAsync();
        await ada.SaveContactAsync(new { email = "bob@example.com" });
        var file = new Pipe();

        // A client sends what fills its buffer.
        await file.Writer.WriteAsync(Encoding.UTF8.GetBytes($"email,firstName,externalId,note\nbob@example.com,Bob,,{new string('x', 40_000)}\n"));
        var sending = ada.SendAsync(
            HttpMethod.Post, "/api/contacts/import", new StreamContent(file.Reader.AsStream()) { Headers = { { "Content-Type", "text/csv" } } });
        for (var began = Stopwatch.GetTimestamp(); (await ada.ItemsAsync("/api/contacts/import")).Length == 0; await Looks.AgainAsync())
        {
            Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromMinutes(1));
        }

        (await ada.DeleteAsync($"/api/contacts/{await IdOfAsync(ada, "bob@example.com")}")).ShouldBe(204);
        await file.Writer.WriteAsync(Encoding.UTF8.GetBytes($"eve@example.com,Eve,,\nBOB@example.com,Bob,{new string('x', 300)},\n"));
        await file.Writer.CompleteAsync();
        var import = await ada.UntilImportedAsync((await sending).ShouldBe(202).Json.Text("importId"));

        import.Figures().Should().Be((1, 0, 2, 0));
        import.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("line").GetInt32()).Should().Equal(2, 4);
        (await ada.ItemsAsync("/api/contacts")).Select(contact => contact.Text("email")).Should().Equal("eve@example.com");
        (await ada.GetAsync($"/api/contacts/import/{import.Text("id")}/errors")).ShouldBe(200).Text.Should().NotContainEquivalentOf("bob");

        (await ada.ImportAsync("email\nbob@example.com")).Figures().Should().Be((1, 0, 0, 0), "a file that is sent after the erasure is new data");
    }

    [Test]
    public async Task L3_an_erasure_while_an_import_is_being_saved_holds_at_whatever_line_it_is()
    {
        var ada = await App.RegisterAsync();
        var people = Enumerable.Range(0, 3_000).Select(i => $"p{i}@example.com").ToArray();
        string[] erased = [.. people.Where((_, i) => i % 200 == 7)];
        var contacts = new List<string>();
        foreach (var email in erased)
        {
            contacts.Add((await ada.SaveContactAsync(new { email })).Text("id"));
        }

        var started = await ada.SendAsync(
            HttpMethod.Post, "/api/contacts/import", new StringContent($"email\n{string.Join('\n', people)}\n", Encoding.UTF8, "text/csv"));
        await Task.WhenAll(contacts.Select(async id => (await ada.DeleteAsync($"/api/contacts/{id}")).ShouldBe(204)));
        await ada.UntilImportedAsync(started.ShouldBe(202).Json.Text("importId"));

        (await App.Database.CountAsync("contacts")).Should().Be(people.Length - erased.Length);
        foreach (var email in erased)
        {
            (await ada.ItemsAsync($"/api/contacts?email={email}")).Should().BeEmpty();
        }
    }

    [Test]
    public async Task L3_an_event_after_the_erasure_makes_a_fresh_contact()
    {
        var ada = await App.RegisterAsync();
        await ada.LiveAutomationAsync("signUp", "oncePerContact");
        (await ada.PostAsync("/api/events/send", new { email = "bob@example.com", eventName = "signUp", contactProperties = new { firstName = "Bob" } })).ShouldBe(200);
        var first = await IdOfAsync(ada, "bob@example.com");
        (await ada.DeleteAsync($"/api/contacts/{first}")).ShouldBe(204);

        (await ada.EventAsync("bob@example.com", "signUp")).Effect().Should().Be((1, 0));

        var contact = (await ada.ItemsAsync("/api/contacts")).Single();
        contact.Text("id").Should().NotBe(first.ToString());
        contact.GetProperty("firstName").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        (await ada.ItemsAsync("/api/enrollments")).Should().ContainSingle();
    }

    [Test]
    public async Task L3_an_erasure_that_was_cut_off_is_never_seen_half_done_and_finishes_by_itself([Values(1, 2, 4, 6)] int commits)
    {
        var ada = await App.RegisterAsync();
        var automation = await ada.LiveAutomationAsync("signUp");
        var source = await Source.CreateAsync(ada);
        await SendManyAsync(ada, "bob@example.com", 1_200, "signUp");
        (await source.PostAsync("""{"id":"1","email":"bob@example.com","event":"signUp"}""")).ShouldBe(200);
        (await source.PostAsync("""{"id":"2","to":"bob@example.com"}""")).ShouldBe(200).Json.Text("status").Should().Be("skipped");
        await ada.EventAsync("eve@example.com", "signUp");
        var bob = await IdOfAsync(ada, "bob@example.com");
        var his = (await ada.ItemsAsync("/api/events?email=bob@example.com&limit=1")).Single().Text("id");
        var enrollment = (await ada.ItemsAsync($"/api/enrollments?contactId={bob}&limit=1")).Single().Text("id");
        await CutOffAsync(ada, bob, commits);

        (await App.Database.CountAsync("erasures")).Should().Be(1, "the test would see nothing otherwise");
        foreach (var path in new[] { $"/api/contacts/{bob}", $"/api/contacts/{bob}/export", $"/api/contacts/{bob}/timeline", $"/api/events/{his}", $"/api/enrollments/{enrollment}" })
        {
            (await ada.GetAsync(path)).ShouldBe(404);
        }

        (await ada.DeleteAsync($"/api/contacts/{bob}")).ShouldBeProblem(404, "contactNotFound");
        (await ada.ItemsAsync("/api/contacts")).Select(contact => contact.Text("email")).Should().Equal("eve@example.com");
        foreach (var query in new[] { "", "?eventName=signUp", "?email=bob@example.com", "?emailPrefix=b", "?hasEffect=true", "?declared=false" })
        {
            (await ada.ReadAllAsync($"/api/events{query}", limit: 200)).Should().NotContain(item => item.GetProperty("contactId").GetGuid() == bob, query);
        }

        (await ada.ReadAllAsync("/api/enrollments", limit: 200)).Should().ContainSingle();
        (await ada.GetAsync($"/api/automations/{automation}")).ShouldBe(200).Json.GetProperty("counts").GetProperty("active").GetInt32().Should().Be(1);
        foreach (var delivery in await source.DeliveriesAsync())
        {
            (await ada.GetAsync($"/api/deliveries/{delivery.Text("id")}")).ShouldBe(200).Text.Should().NotContain("bob@example.com");
        }

        (await ada.PostAsync($"{source.Path}/replay-skipped")).ShouldBe(200).Json.GetProperty("processed").GetInt32().Should().Be(0);
        (await ada.EventAsync("bob@example.com", "signUp")).Effect().Should().Be((1, 0));
        var anew = await IdOfAsync(ada, "bob@example.com");
        anew.Should().NotBe(bob);

        await App.Node.Services.GetServices<IHostedService>().OfType<ErasureService>().Single().FinishAsync(App.Clock.GetUtcNow(), CancellationToken.None);

        (await App.Database.CountAsync("erasures")).Should().Be(0);
        (await App.Database.CountAsync("contacts")).Should().Be(2);
        (await App.Database.CountAsync("received_events")).Should().Be(2);
        (await App.Database.CountAsync("enrollments")).Should().Be(2);
        (await App.Database.CountAsync("deliveries", "payload IS NOT NULL")).Should().Be(0);
        (await App.Database.CountAsync("delivery_addresses")).Should().Be(0);
        await CountsShouldBeTrueAsync(ada);
    }

    [Test]
    public async Task L3_what_was_never_mapped_is_forgotten_by_the_address_that_it_holds()
    {
        var ada = await App.RegisterAsync();
        var source = await Source.CreateAsync(ada);
        string[] his =
        [
            """{"who":{"mail":" Bob@Example.COM "}}""",
            """{"list":[1,["bob\u0040example.com"]]}""",
            """{"email":"eve@example.com","event":"paid","cc":"bob@example.com"}""",
        ];
        string[] others = ["""{"who":"bob@example.com.au"}""", """{"who":"not bob@example.com"}"""];
        foreach (var body in his.Concat(others))
        {
            (await source.PostAsync(body)).ShouldBe(200);
        }

        (await source.PostAsync("to=BOB%40example.com"u8.ToArray(), "application/x-www-form-urlencoded")).ShouldBe(200);
        (await source.PostAsync("<to>bob@example.com</to>"u8.ToArray(), "text/xml")).ShouldBe(200);
        (await source.PostAsync("{}", ("X-Customer", "bob@example.com"))).ShouldBe(200);
        (await source.PostAsync("""{"id":"1","email":"bob@example.com","event":"paid"}""")).ShouldBe(200).Json.Text("status").Should().Be("processed");
        string[] secrets = ["It's a Secret to Everybody"];
        await source.EditAsync(new
        {
            name = "Test",
            emailPath = "email",
            eventName = new { path = "event" },
            signature = new { scheme = "github", secrets },
        });
        (await source.PostAsync("""{"who":"bob@example.com"}""")).ShouldBeProblem(401, "signatureMissing");

        (await ada.DeleteAsync($"/api/contacts/{await IdOfAsync(ada, "bob@example.com")}")).ShouldBe(204);

        (await App.Database.CountAsync("deliveries", "payload IS NULL AND headers IS NULL AND reason IS NULL")).Should().Be(his.Length + 5);
        (await App.Database.CountAsync("deliveries", "payload IS NOT NULL")).Should().Be(others.Length);
        (await App.Database.CountAsync("delivery_addresses")).Should().Be(1, "that of the other address");
    }

    [Test]
    public async Task L3_a_delivery_of_an_erased_person_that_is_sent_again_brings_nothing_back()
    {
        var ada = await App.RegisterAsync();
        var source = await Source.CreateAsync(ada);
        const string Paid = """{"id":"bob@example.com-1","email":"bob@example.com","event":"paid","cc":"carl@example.com"}""";
        (await source.PostAsync(Paid)).ShouldBe(200);
        (await ada.DeleteAsync($"/api/contacts/{await IdOfAsync(ada, "bob@example.com")}")).ShouldBe(204);

        (await source.PostAsync(Paid, ("X-Customer", "bob@example.com"))).ShouldBe(200).Json.Text("status").Should().Be("duplicate");

        (await ada.ItemsAsync("/api/contacts")).Should().BeEmpty();
        (await App.Database.CountAsync("deliveries", "payload IS NULL AND headers IS NULL AND delivery_id IS NULL AND content_type IS NULL")).Should().Be(2);
        (await source.CountsAsync()).Should().Be((1, 0, 1, 0));
        foreach (var delivery in await source.DeliveriesAsync())
        {
            (await ada.GetAsync($"/api/deliveries/{delivery.Text("id")}")).ShouldBe(200).Text.Should().NotContain("bob@example.com");
        }
    }

    [Test]
    public async Task L3_a_replay_that_repeats_an_erased_persons_delivery_keeps_nothing_of_it()
    {
        var ada = await App.RegisterAsync();
        var source = await Source.CreateAsync(ada);
        const string Paid = """{"id":"1","email":"bob@example.com","event":"paid"}""";
        (await source.PostAsync(Paid)).ShouldBe(200);
        (await ada.DeleteAsync($"/api/contacts/{await IdOfAsync(ada, "bob@example.com")}")).ShouldBe(204);
        await source.EditAsync(new { name = "Test", emailPath = "mail", eventName = new { path = "event" } });
        (await source.PostAsync(Paid)).ShouldBe(200).Json.Text("status").Should().Be("skipped");
        await source.EditAsync(new { name = "Test", emailPath = "email", eventName = new { path = "event" }, deliveryIdPath = "id" });

        (await ada.PostAsync($"{source.Path}/replay-skipped")).ShouldBe(200).Json.GetProperty("duplicate").GetInt32().Should().Be(1);

        (await ada.ItemsAsync("/api/contacts")).Should().BeEmpty();
        (await App.Database.CountAsync("deliveries", "payload IS NOT NULL OR headers IS NOT NULL")).Should().Be(0);
    }

    [Test]
    public async Task L3_addresses_are_forgotten_with_what_held_them()
    {
        var ada = await App.RegisterAsync();
        var (kept, short_) = (await Source.CreateAsync(ada), await Source.CreateAsync(ada, new { name = "Short", emailPath = "email", eventName = new { path = "event" }, retentionDays = 1 }));
        foreach (var source in new[] { kept, short_, kept })
        {
            (await source.PostAsync("""{"to":"bob@example.com"}""")).ShouldBe(200);
        }

        App.Clock.Advance(TimeSpan.FromDays(1.1));
        await App.Node.Services.GetRequiredService<Infrastructure.EventSources.Retention>().RunAsync(CancellationToken.None);
        (await App.Database.CountAsync("delivery_addresses")).Should().Be(2);

        (await ada.DeleteAsync(kept.Path)).ShouldBe(204);
        (await App.Database.CountAsync("delivery_addresses")).Should().Be(0);
    }

    [Test]
    public async Task L3_erasing_while_the_same_persons_events_arrive_on_another_node_loses_and_leaves_nothing()
    {
        var ada = await App.RegisterAsync();
        await ada.LiveAutomationAsync("a", "everyTime", "b");
        await SendManyAsync(ada, "bob@example.com", 600, "a", "b");
        await using var second = App.Database.ServesManyNodes ? await App.StartSecondNodeAsync() : null;
        var other = second?.As(ada) ?? ada;
        using var stop = new CancellationTokenSource();
        var senders = Enumerable.Range(0, 4).Select(async sender =>
        {
            var client = sender % 2 == 0 ? ada : other;
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                await client.EventAsync("bob@example.com", i % 2 == 0 ? "a" : "b");
            }
        }).ToArray();

        for (var round = 0; round < 5; round++)
        {
            var ids = (await ada.ItemsAsync("/api/contacts")).Select(item => item.Text("id")).ToArray();
            foreach (var id in ids)
            {
                var answers = await Task.WhenAll(ada.DeleteAsync($"/api/contacts/{id}"), other.DeleteAsync($"/api/contacts/{id}"));
                answers.Select(answer => answer.Status).Should().Contain(204).And.OnlyContain(status => status == 204 || status == 404);
                (await ada.GetAsync($"/api/contacts/{id}")).ShouldBe(404);
            }
        }

        await stop.CancelAsync();
        await Task.WhenAll(senders);
        await CountsShouldBeTrueAsync(ada);
        foreach (var item in await ada.ItemsAsync("/api/contacts"))
        {
            (await ada.DeleteAsync($"/api/contacts/{item.Text("id")}")).ShouldBe(204);
        }

        foreach (var table in OfPersons)
        {
            (await App.Database.CountAsync(table)).Should().Be(0, table);
        }
    }

    [Test]
    public async Task W4_another_workspaces_person_can_not_be_erased()
    {
        var (mine, theirs) = (await App.RegisterAsync(), await App.RegisterAsync());
        await theirs.EventAsync("bob@example.com", "a");

        (await mine.DeleteAsync($"/api/contacts/{await IdOfAsync(theirs, "bob@example.com")}")).ShouldBeProblem(404, "contactNotFound");
        (await theirs.ItemsAsync("/api/events")).Should().ContainSingle();
    }

    /// <summary>Erases a contact, until the node dies after so many commits.</summary>
    private async Task CutOffAsync(TestClient client, Guid contactId, int commits)
    {
        await using var scope = App.Node.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Application.Common.IWorkspaceScope>().Enter(new WorkspaceId(client.WorkspaceId));
        using var kill = new CancellationTokenSource();
        var steps = new ErasureSteps(new KillingDatabase(App.Node.Services.GetRequiredService<IBulkDatabase>(), kill, commits), App.Clock);
        var eraser = ActivatorUtilities.CreateInstance<ContactEraser>(scope.ServiceProvider, steps);
        var erasure = ActivatorUtilities.CreateInstance<Infrastructure.Contacts.ContactErasure>(scope.ServiceProvider, eraser);
        await FluentActions.Awaiting(() => erasure.EraseAsync(new ContactId(contactId), kill.Token)).Should().ThrowAsync<OperationCanceledException>();
    }

    private static async Task CountsShouldBeTrueAsync(TestClient client)
    {
        var log = (await client.ReadAllAsync("/api/events", limit: 200)).CountBy(item => item.Text("eventName"))
            .ToDictionary(name => name.Key, name => (long)name.Value);
        (await client.ReadAllAsync("/api/event-patterns/undeclared", limit: 200))
            .ToDictionary(item => item.Text("name"), item => item.GetProperty("receivedCount").GetInt64())
            .Should().BeEquivalentTo(log);
    }

    private static async Task SendManyAsync(TestClient client, string email, int count, params string[] names)
    {
        foreach (var part in Enumerable.Range(0, count).Select(i => new { email, eventName = names[i % names.Length] }).Chunk(1_000))
        {
            (await client.PostAsync("/api/events/batch", new { events = part })).ShouldBe(200);
        }
    }

    private static async Task<Guid> IdOfAsync(TestClient client, string email) =>
        (await client.ItemsAsync($"/api/contacts?email={email}")).Single().GetProperty("id").GetGuid();

    /// <summary>The real database, on which the process is killed once so many steps have committed.</summary>
    private sealed class KillingDatabase(IBulkDatabase database, CancellationTokenSource kill, int commits) : IBulkDatabase
    {
        private int _left = commits;

        public int Writers => database.Writers;

        public bool IsInProcess => database.IsInProcess;

        public async Task<BulkSession> OpenAsync(CancellationToken cancellationToken) => new KillingSession(await database.OpenAsync(cancellationToken), this);

        public bool IsLostRace(Exception exception) => database.IsLostRace(exception);

        public Task CommittedAsync() => --_left == 0 ? kill.CancelAsync() : Task.CompletedTask;
    }

    private sealed class KillingSession(BulkSession session, KillingDatabase database) : BulkSession
    {
        public override Task BeginAsync(bool alone = false, bool goesFirst = false) => session.BeginAsync(alone, goesFirst);

        public override Task ReadAsync(bool locking, params IReadOnlyList<RowOperation> operations) => session.ReadAsync(locking, operations);

        public override Task WriteAsync(params IReadOnlyList<RowOperation> operations) => session.WriteAsync(operations);

        public override async Task CommitAsync()
        {
            await session.CommitAsync();
            await database.CommittedAsync();
        }

        public override Task RollbackAsync() => session.RollbackAsync();

        public override ValueTask DisposeAsync() => session.DisposeAsync();
    }
}
