using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sendra.Application.Ingestion;
using Sendra.Domain.Contacts;
using Sendra.Domain.Events;
using Sendra.WebApi.FunctionalTests.Automations;
using Sendra.WebApi.FunctionalTests.Ingestion;
using Sendra.WebApi.FunctionalTests.Workflows;

namespace Sendra.WebApi.FunctionalTests.Events;

public sealed class EventLogTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task L1_an_event_answers_all_of_itself()
    {
        var ada = await App.RegisterAsync();
        await ada.LiveAutomationAsync("signUp");
        var sent = (await ada.PostTextAsync(
            "/api/events/send",
            """{"email":"Bob@Example.com","eventName":"signUp","eventProperties":{"b":1.10,"a":[12345678901234567890]},"occurredAt":"2026-01-31T12:00:00+01:00"}""")).ShouldBe(200).Json;

        var item = (await ada.ItemsAsync("/api/events")).Single();

        item.Text("id").Should().Be(sent.Text("eventId"));
        item.Text("eventName").Should().Be("signUp");
        item.Text("email").Should().Be("bob@example.com");
        item.Text("contactId").Should().Be((await ada.ItemsAsync("/api/contacts")).Single().Text("id"));
        item.GetProperty("receivedAt").GetDateTimeOffset().Should().BeCloseTo(App.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        item.Text("occurredAt").Should().Be("2026-01-31T11:00:00Z");
        item.GetProperty("origin").GetRawText().Should().Be("""{"type":"api"}""");
        item.GetProperty("declared").GetBoolean().Should().BeFalse();
        item.Effect().Should().Be((1, 0));
        item.Woken().Should().Be(0);
        item.GetProperty("properties").GetRawText().Should().Be("""{"b":1.10,"a":[12345678901234567890]}""");
        item.TryGetProperty("decisions", out _).Should().BeFalse();
    }

    [Test]
    public async Task L1_an_address_and_a_beginning_must_both_fit()
    {
        var ada = await App.RegisterAsync();
        await ada.EventAsync("bob@example.com", "signUp");

        (await ada.ItemsAsync("/api/events?email=bob@example.com&emailPrefix=bo")).Should().HaveCount(1);
        (await ada.ItemsAsync("/api/events?email=bob@example.com&emailPrefix=eve")).Should().BeEmpty();
    }

    [Test]
    public async Task L1_a_date_without_a_time_means_that_whole_day()
    {
        var ada = await App.RegisterAsync();
        var eventId = (await ada.EventAsync("bob@example.com", "signUp")).Text("eventId");
        var received = (await ada.GetAsync($"/api/events/{eventId}")).Json.GetProperty("receivedAt").GetDateTimeOffset();
        var (today, yesterday, tomorrow) = ($"{received:yyyy-MM-dd}", $"{received.AddDays(-1):yyyy-MM-dd}", $"{received.AddDays(1):yyyy-MM-dd}");

        (await ada.ItemsAsync($"/api/events?from={today}&to={today}")).Should().ContainSingle();
        (await ada.ItemsAsync($"/api/events?to={today.Replace("-", "", StringComparison.Ordinal)}")).Should().ContainSingle();
        (await ada.ItemsAsync($"/api/events?to={yesterday}")).Should().BeEmpty();
        (await ada.ItemsAsync($"/api/events?from={tomorrow}")).Should().BeEmpty();
        (await ada.ItemsAsync($"/api/events?to={today}T00:00:00Z")).Should().BeEmpty();
        (await ada.GetAsync($"/api/events/export?format=ndjson&from={today}&to={today}")).ShouldBe(200).Text.Should().Contain(eventId);
        (await ada.ItemsAsync($"/api/events/stats?from={today}&to={today}")).Should().ContainSingle().Which.GetProperty("received").GetInt64().Should().Be(1);
        (await ada.ItemsAsync($"/api/events/stats?bucket=hour&from={today}&to={today}")).Should().HaveCount(24);
        var simulated = await ada.SimulateAsync(new { trigger = new { eventName = "signUp" }, from = today, to = today });
        simulated.GetProperty("enrolled").GetInt32().Should().Be(1);
    }

    [Test]
    public async Task The_log_is_back_as_soon_as_the_database_is()
    {
        Assume.That(App.Database.Provider == "PostgreSql", "The server of this database can't be cut off.");
        await using var proxy = new TcpProxy(App.Database.ConnectionString);
        await using var node = await App.StartNodeAsync(new() { ["ConnectionStrings:Sendra"] = proxy.ConnectionString });
        var ada = node.As(await App.RegisterAsync());
        await ada.EventAsync("bob@example.com", "signUp");
        (await ada.ItemsAsync("/api/events")).Should().HaveCount(1);

        // As a restart of the server: the connection in the pool is dead, and nobody knows yet.
        await proxy.StopAsync();
        proxy.Start();
        (await ada.ItemsAsync("/api/events")).Should().HaveCount(1);

        await proxy.StopAsync();
        (await ada.GetAsync("/api/events")).ShouldBeProblem(503, "storageUnavailable").Headers.RetryAfter.Should().NotBeNull();
        proxy.Start();
        (await ada.ItemsAsync("/api/events")).Should().HaveCount(1);
    }

    [Test]
    public async Task A7_one_event_answers_its_decisions_under_the_automations_names_of_now()
    {
        var ada = await App.RegisterAsync();
        var automation = await ada.LiveAutomationAsync("signUp", "oncePerContact");
        var first = await ada.EventAsync("bob@example.com", "signUp");
        var second = await ada.EventAsync("bob@example.com", "signUp");
        var silent = await ada.EventAsync("bob@example.com", "nothing");
        (await ada.PutAsync($"/api/automations/{automation}", new { name = "Renamed", trigger = new { eventName = "signUp" } })).ShouldBe(200);

        var one = (await ada.GetAsync($"/api/events/{first.Text("eventId")}")).ShouldBe(200).Json;
        var decision = one.GetProperty("decisions").EnumerateArray().Single();
        decision.GetProperty("automationId").GetGuid().Should().Be(automation);
        decision.Text("automationName").Should().Be("Renamed");
        decision.Text("outcome").Should().Be("enrolled");
        decision.Text("code").Should().Be("firstMatch");
        decision.Text("reason").Should().StartWith("Enrolled: ");
        decision.Text("enrollmentId").Should().Be((await ada.ItemsAsync("/api/enrollments")).Single().Text("id"));
        decision.GetProperty("step").GetInt32().Should().Be(1);
        var item = (await ada.ItemsAsync("/api/events"))[^1];
        item.EnumerateObject().Should().OnlyContain(field => one.GetProperty(field.Name).GetRawText() == field.Value.GetRawText());

        (await ada.GetAsync($"/api/events/{second.Text("eventId")}")).Json.GetProperty("decisions")[0].Text("outcome").Should().Be("notEnrolled");
        var quiet = (await ada.GetAsync($"/api/events/{silent.Text("eventId")}")).ShouldBe(200).Json;
        quiet.GetProperty("decisions").GetArrayLength().Should().Be(0);
        quiet.GetProperty("properties").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Test]
    public async Task L1_every_combination_of_filters_gives_what_fits_newest_first()
    {
        var ada = await App.RegisterAsync();
        var (source, other) = (new EventSourceId(Guid.CreateVersion7()), new EventSourceId(Guid.CreateVersion7()));
        await ada.LiveAutomationAsync("signUp", "everyTime", "bought", "signUp");
        await ada.LiveWorkflowAsync("bought", [new { id = "w", type = "waitForEvent", eventName = "visit", timeout = "P9D" }]);
        (await ada.PostAsync("/api/event-patterns", new { name = "signUp" })).ShouldBe(201);
        (await ada.PostAsync("/api/event-patterns", new { name = "neverSent" })).ShouldBe(201);
        var random = new Random(7);
        string[] people = ["ann@example.com", "anna@example.com", "bob@example.com"];
        string[] kinds = ["signUp", "bought", "visit", "SIGNUP"];
        for (var i = 0; i < 60; i++)
        {
            var (person, kind) = (people[random.Next(3)], kinds[random.Next(4)]);
            if (random.Next(3) == 0)
            {
                await DeliverAsync(ada, person, kind, random.Next(2) == 0 ? source : other);
            }
            else
            {
                await ada.EventAsync(person, kind);
            }
        }

        var all = await ada.ItemsAsync("/api/events?limit=200");
        all.Should().HaveCount(60);
        all.Select(item => item.Text("id")).Should().BeInDescendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();
        all.Should().Contain(item => item.GetProperty("enrolled").GetInt32() > 0 && item.GetProperty("exited").GetInt32() > 0);
        all.Where(item => item.Woken() > 0).Should().Contain(item => item.GetProperty("enrolled").GetInt32() == 0 && item.GetProperty("exited").GetInt32() == 0);
        var middle = all[30].GetProperty("receivedAt").GetDateTimeOffset();

        var filters = LogFilter.All(source, middle);
        string[] persons = ["email", "emailPrefix"];
        string[] alone = ["eventName", .. persons, "hasEffect"];
        var combinations =
            from name in Of("eventName")
            from person in Of(persons)
            from effect in Of("hasEffect")
            from more in Of([.. filters.Select(filter => filter.Field).Except(alone)])
            select new[] { name, person, effect, more };
        IEnumerable<LogFilter> Of(params string[] fields) => filters.Where(filter => fields.Contains(filter.Field)).Prepend(LogFilter.None);
        foreach (var combination in combinations)
        {
            var query = $"/api/events?{string.Join('&', combination.Select(filter => filter.Query))}";
            (await ada.ReadAllAsync(query, "id", limit: 7)).Should().Equal(
                all.Where(item => combination.All(filter => filter.Fits(item))).Select(item => item.Text("id")), query);
        }
    }

    [Test]
    public async Task L1_a_time_without_an_offset_is_utc_and_a_plus_need_not_be_escaped()
    {
        var ada = await App.RegisterAsync();
        await ada.EventAsync("bob@example.com", "e");
        var now = App.Clock.GetUtcNow();

        (await ada.ItemsAsync($"/api/events?from={now.AddMinutes(-1):yyyy-MM-ddTHH:mm:ss}&to={now.AddMinutes(1):yyyy-MM-ddTHH:mm:ss}")).Should().ContainSingle();
        (await ada.ItemsAsync($"/api/events?from={now.AddMinutes(1):yyyy-MM-ddTHH:mm:ss}")).Should().BeEmpty();
        (await ada.ItemsAsync($"/api/events?from={now.AddHours(5).AddMinutes(-1):yyyy-MM-ddTHH:mm:ss}+05:00")).Should().ContainSingle();
        (await ada.ItemsAsync($"/api/events?from={now.AddHours(5).AddMinutes(1):yyyy-MM-ddTHH:mm:ss}+05:00")).Should().BeEmpty();
        (await ada.ItemsAsync($"/api/events?from={now.AddMinutes(-1):yyyyMMddTHHmmss}Z")).Should().ContainSingle();
        (await ada.ItemsAsync("/api/events?from=0001-01-01&to=9999-12-31")).Should().ContainSingle();
    }

    [Test]
    public async Task L1_going_on_neither_skips_nor_repeats_while_events_arrive()
    {
        var ada = await App.RegisterAsync();
        for (var i = 0; i < 9; i++)
        {
            await ada.EventAsync("bob@example.com", i % 2 == 0 ? "even" : "odd");
        }

        var before = (await ada.ItemsAsync("/api/events")).Select(item => item.Text("id")).ToArray();
        foreach (var filter in new[] { "", "&eventName=even&eventName=odd", "&email=bob@example.com", "&emailPrefix=b", "&declared=false" })
        {
            var seen = new List<string>();
            string? cursor = "";
            while (cursor is not null)
            {
                var part = (await ada.GetAsync($"/api/events?limit=2{filter}{cursor}")).ShouldBe(200).Json;
                seen.AddRange(part.GetProperty("items").EnumerateArray().Select(item => item.Text("id")));
                cursor = part.GetProperty("nextCursor").GetString() is { } next ? $"&cursor={next}" : null;
                await ada.EventAsync("bob@example.com", "even");
            }

            seen.Take(1).Should().NotBeEmpty();
            seen.SkipWhile(id => !before.Contains(id)).Should().Equal(before, filter);
        }
    }

    [Test]
    public async Task L1_going_on_reaches_the_end_while_events_are_erased([Values("", "&email=bob@example.com", "&emailPrefix=b")] string filter)
    {
        var ada = await App.RegisterAsync();
        for (var i = 0; i < 9; i++)
        {
            await ada.EventAsync("bob@example.com", "e");
        }

        var oldest = (await ada.ItemsAsync("/api/events"))[^1].Text("id");
        using var watch = new QueryWatch(ada.WorkspaceId, "received_events", _ => EraseNewest());

        (await ada.ReadAllAsync($"/api/events?{filter}", "id", limit: 2)).Should().HaveCountLessThan(9).And.EndWith(oldest);

        void EraseNewest()
        {
            using var connection = App.Database.Connect();
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT id FROM received_events ORDER BY id DESC";
            var newest = command.CreateParameter();
            (newest.ParameterName, newest.Value) = ("@newest", command.ExecuteScalar());
            command.Parameters.Add(newest);
            command.CommandText = "DELETE FROM received_events WHERE id = @newest";
            command.ExecuteNonQuery();
        }
    }

    [TestCase("from=yesterday", "from")]
    [TestCase("to=31.01.2026", "to")]
    [TestCase("declared=perhaps", "declared")]
    [TestCase("origin=mail", "origin")]
    [TestCase("origin=7", "origin")]
    [TestCase("sourceId=x", "sourceId")]
    [TestCase("hasEffect=2", "hasEffect")]
    [TestCase("email=nobody", "email")]
    [TestCase("eventName=%20a", "eventName")]
    [TestCase("eventName=a&eventName=b%07", "eventName")]
    [TestCase("emailPrefix=a%0Ab", "emailPrefix")]
    public async Task H1_a_bad_filter_is_named(string query, string parameter)
    {
        var ada = await App.RegisterAsync();

        (await ada.GetAsync($"/api/events?{query}")).ShouldRefuse(parameter);
    }

    [Test]
    public async Task H1_at_most_50_names_and_200_items()
    {
        var ada = await App.RegisterAsync();
        await ada.EventAsync("bob@example.com", "e7");
        static string Names(int count) => string.Join('&', Enumerable.Range(0, count).Select(i => $"eventName=e{i}"));

        (await ada.ItemsAsync($"/api/events?hasEffect=false&{Names(50)}")).Should().ContainSingle();
        (await ada.ItemsAsync($"/api/events?hasEffect=true&{Names(50)}")).Should().BeEmpty();
        (await ada.GetAsync($"/api/events?{Names(51)}")).ShouldRefuse("eventName");
        await ada.ShouldPageStrictlyAsync("/api/events");
    }

    [Test]
    public async Task W4_another_workspaces_events_are_404_and_in_no_list()
    {
        var (mine, theirs) = (await App.RegisterAsync(), await App.RegisterAsync());
        var id = (await theirs.EventAsync("bob@example.com", "signUp")).Text("eventId");

        (await mine.GetAsync($"/api/events/{id}")).ShouldBeProblem(404, "eventNotFound");
        (await mine.GetAsync("/api/events/nonsense")).ShouldBe(404);
        foreach (var filter in new[] { "", "?eventName=signUp", "?email=bob@example.com", "?emailPrefix=bob", "?declared=false", "?hasEffect=false" })
        {
            (await mine.ItemsAsync($"/api/events{filter}")).Should().BeEmpty();
        }
    }

    private async Task DeliverAsync(TestClient client, string person, string kind, EventSourceId sourceId)
    {
        EmailAddress.TryParse(person, out var email, out _).Should().BeTrue();
        EventName.TryParse(kind, out var name, out _).Should().BeTrue();
        var incoming = new IncomingEvent(email!, name!, null, null, null, new EventOrigin(sourceId, new DeliveryId(Guid.CreateVersion7())));
        await App.Node.Services.GetRequiredService<IEventIngestor>().IngestAsync(new IngestionRequest(new WorkspaceId(client.WorkspaceId), [incoming]), CancellationToken.None);
    }
}
