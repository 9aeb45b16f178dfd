using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Contacts;

public sealed class TimelineTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task A4_events_enrollments_exits_and_completions_stand_in_one_order()
    {
        var ada = await App.RegisterAsync();
        var automation = await ada.LiveAutomationAsync("signUp", "everyTime", "bought");
        await ada.EventAsync("bob@example.com", "signUp");
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await ada.EventAsync("bob@example.com", "bought");
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await ada.EventAsync("bob@example.com", "signUp");
        await ada.EventAsync("eve@example.com", "signUp");
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        var run = (await ada.ItemsAsync("/api/enrollments?email=bob@example.com&status=active")).Single().Text("id");
        (await ada.PostAsync($"/api/enrollments/{run}/exit")).ShouldBe(200);

        var items = await ada.ItemsAsync(await TimelineOfAsync(ada, "bob@example.com"));

        items.Select(item => item.Text("type")).Should().Equal("exited", "enrolled", "event", "exited", "event", "enrolled", "event");
        items.Select(item => item.GetProperty("at").GetDateTimeOffset()).Should().BeInDescendingOrder();
        items[2].EnumerateObject().Select(field => field.Name).Should().Equal("type", "at", "eventId", "eventName");
        items[2].Text("eventName").Should().Be("signUp");
        items[0].Text("reason").Should().Be("Exited at step 1 by hand.");
        items[0].Text("enrollmentId").Should().Be(run);
        items[1].Text("enrollmentId").Should().Be(run);
        items[1].GetProperty("automationId").GetGuid().Should().Be(automation);
        items[1].Text("automationName").Should().Be("signUp");
        items[1].Text("eventId").Should().Be(items[2].Text("eventId"));
        items[3].Text("reason").Should().Be("Exited at step 1 by the event bought.");
        items[3].GetProperty("step").GetInt32().Should().Be(1);
        items[3].Text("eventId").Should().Be(items[4].Text("eventId"));
    }

    [Test]
    public async Task E9_a_timeline_tells_when_an_event_occurred_beside_when_it_was_received()
    {
        var ada = await App.RegisterAsync();
        var occurredAt = App.Clock.GetUtcNow().AddDays(-3);
        (await ada.PostAsync("/api/events/send", new { email = "bob@example.com", eventName = "signUp", occurredAt })).ShouldBe(200);

        var item = (await ada.ItemsAsync(await TimelineOfAsync(ada, "bob@example.com"))).Single();

        item.GetProperty("occurredAt").GetDateTimeOffset().Should().BeCloseTo(occurredAt, TimeSpan.FromMilliseconds(1));
        item.GetProperty("at").GetDateTimeOffset().Should().BeAfter(occurredAt.AddDays(2));
    }

    [Test]
    public async Task H3_a_timeline_is_the_same_however_it_is_cut_and_while_events_arrive()
    {
        var ada = await App.RegisterAsync();
        await ada.LiveAutomationAsync("a", "everyTime", "b");
        await ada.LiveAutomationAsync("a", "everyTime", "a", "b");
        var random = new Random(3);
        for (var call = 0; call < 4; call++)
        {
            // Many in the same millisecond.
            (await ada.PostAsync("/api/events/batch", new
            {
                events = Enumerable.Range(0, 12).Select(_ => new { email = "bob@example.com", eventName = random.Next(3) == 0 ? "b" : "a" }),
            })).ShouldBe(200);
        }

        var path = await TimelineOfAsync(ada, "bob@example.com");
        var whole = (await ada.ItemsAsync($"{path}?limit=200")).Select(item => item.GetRawText()).ToArray();
        var runs = await App.Database.CountAsync("enrollments");
        whole.Should().HaveCount((int)(48 + runs + await App.Database.CountAsync("enrollments", "ended_at IS NOT NULL"))).And.OnlyHaveUniqueItems();
        runs.Should().BeGreaterThan(40);

        foreach (var limit in new[] { 1, 2, 7, 50 })
        {
            (await ada.ReadAllAsync(path, limit)).Select(item => item.GetRawText()).Should().Equal(whole, $"{limit}");
        }

        var seen = new List<string>();
        for (var cursor = ""; cursor is not null;)
        {
            var part = (await ada.GetAsync($"{path}?limit=20{cursor}")).ShouldBe(200).Json;
            seen.AddRange(part.GetProperty("items").EnumerateArray().Select(item => item.GetRawText()));
            cursor = part.GetProperty("nextCursor").GetString() is { } next ? $"&cursor={next}" : null;
            await ada.EventAsync("bob@example.com", "a");
        }

        // The second automation's last run, active when the first page was read, is dropped by the first new event.
        seen.Should().Equal(whole);
    }

    [Test]
    public async Task H3_a_timeline_refuses_bad_paging()
    {
        var ada = await App.RegisterAsync();
        await ada.EventAsync("bob@example.com", "a");
        var path = await TimelineOfAsync(ada, "bob@example.com");

        await ada.ShouldPageStrictlyAsync(path);
        foreach (var text in new[] { "1.2", "3.638000000000000000.0193a8a0c1d27e5f8a1b2c3d4e5f6071", "0.9999999999999999999.0193a8a0c1d27e5f8a1b2c3d4e5f6071", "0.0.0193a8a0c1d27e5f8a1b2c3d4e5f6071", "0.638000000000000000.x" })
        {
            (await ada.GetAsync($"{path}?cursor={Application.Common.Paging.CursorOf(text)}")).ShouldRefuse("cursor");
        }
    }

    [Test]
    public async Task L2_a_timeline_page_costs_the_same_number_of_queries_however_long_the_life()
    {
        var ada = await App.RegisterAsync();
        await ada.LiveAutomationAsync("a", "everyTime", "b");
        (await ada.PostAsync("/api/events/batch", new
        {
            events = Enumerable.Range(0, 900).Select(i => new { email = "bob@example.com", eventName = i % 2 == 0 ? "a" : "b" }),
        })).ShouldBe(200);

        var items = await ada.ReadAllAsync(await TimelineOfAsync(ada, "bob@example.com"), limit: 200);

        items.Should().HaveCount(1_800);
        items.Select(item => (item.Text("type"), item.Text("eventId"))).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public async Task L2_an_export_has_everything_about_the_person_and_nobody_else()
    {
        var ada = await App.RegisterAsync();
        (await ada.PostAsync("/api/custom-fields", new { name = "plan", type = "text" })).ShouldBe(201);
        await ada.LiveAutomationAsync("signUp");
        (await ada.PostTextAsync(
            "/api/events/send",
            """{"email":"bob@example.com","eventName":"signUp","eventProperties":{"b":1.10},"contactProperties":{"plan":"pro","firstName":"Bob"}}""")).ShouldBe(200);
        (await ada.PostAsync("/api/events/batch", new
        {
            events = Enumerable.Range(0, 700).Select(i => new { email = "bob@example.com", eventName = "signUp" }),
        })).ShouldBe(200);
        await ada.EventAsync("eve@example.com", "signUp");
        (await ada.DeleteAsync("/api/custom-fields/plan")).ShouldBe(204);

        var answer = (await ada.GetAsync((await TimelineOfAsync(ada, "bob@example.com")).Replace("timeline", "export", StringComparison.Ordinal))).ShouldBe(200);

        answer.ContentType.Should().Be("application/json");
        answer.Text.Should().NotContain("eve@example.com");
        answer.Json.GetProperty("contact").Text("email").Should().Be("bob@example.com");
        answer.Json.GetProperty("contact").Text("firstName").Should().Be("Bob");
        answer.Json.GetProperty("contact").GetProperty("customFields").GetRawText().Should().Be("""{"plan":"pro"}""");
        var events = answer.Json.GetProperty("events").EnumerateArray().ToArray();
        events.Should().HaveCount(701);
        events[0].GetProperty("properties").GetRawText().Should().Be("""{"b":1.10}""");
        events[700].GetProperty("decisions")[0].Text("outcome").Should().Be("enrolled");
        events.Select(item => item.Text("id")).Should().BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();
        var enrollments = answer.Json.GetProperty("enrollments").EnumerateArray().ToArray();
        enrollments.Select(item => item.Text("id")).Should().HaveCount(701).And.BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();
        enrollments.Select(item => item.Text("status")).Should().AllBe("active");
    }

    [Test]
    public async Task W4_another_workspaces_person_has_no_timeline_and_no_export()
    {
        var (mine, theirs) = (await App.RegisterAsync(), await App.RegisterAsync());
        await theirs.EventAsync("bob@example.com", "a");
        var path = await TimelineOfAsync(theirs, "bob@example.com");

        (await mine.GetAsync(path)).ShouldBeProblem(404, "contactNotFound");
        (await mine.GetAsync(path.Replace("timeline", "export", StringComparison.Ordinal))).ShouldBeProblem(404, "contactNotFound");
    }

    private static async Task<string> TimelineOfAsync(TestClient client, string email) =>
        $"/api/contacts/{(await client.ItemsAsync($"/api/contacts?email={email}")).Single().Text("id")}/timeline";
}
