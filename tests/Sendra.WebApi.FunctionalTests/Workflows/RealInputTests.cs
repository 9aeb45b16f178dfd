using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Workflows;

/// <summary>Workflows as people build them. What each run should go through was written down first.</summary>
public sealed class RealInputTests(string provider) : FunctionalTest(provider)
{
    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri"];

    [Test]
    public async Task F3_a_trial_reminds_in_working_hours_where_the_person_is()
    {
        var ada = await ProgramAsync();
        foreach (var (name, type) in new[] { ("trialEndsAt", "date"), ("plan", "text"), ("zone", "text"), ("stage", "text") })
        {
            (await ada.PostAsync("/api/custom-fields", new { name, type })).ShouldBe(201);
        }

        (await ada.PutAsync("/api/workspace/settings", new { timeZone = "Europe/Berlin", contactTimeZoneField = "zone" })).ShouldBe(200);
        await ada.LiveWorkflowAsync(
            "trialStarted",
            [
                new
                {
                    id = "ending", type = "wait", until = new { field = "contact.trialEndsAt", offset = "-P3D" },
                    window = new { days = Weekdays, from = "09:00", to = "17:00", timeZone = "contact" }, next = "plan",
                },
                new
                {
                    id = "plan", type = "branch", otherwise = "remind",
                    paths = new[] { new { name = "team", when = new { field = "contact.plan", op = "equals", value = "team" }, next = "call" } },
                },
                new { id = "call", type = "updateContact", set = new { stage = "call" } },
                new { id = "remind", type = "updateContact", set = new { stage = "reminded" } },
            ],
            "purchased");

        // The trial ends on the second Tuesday from now, so that three days before is a Saturday.
        var ends = DateOnly.FromDateTime(App.Clock.GetUtcNow().UtcDateTime).AddDays(14);
        ends = ends.AddDays(((int)DayOfWeek.Tuesday - (int)ends.DayOfWeek + 7) % 7);
        var monday = ends.AddDays(-1);
        var written = new Dictionary<string, (string? Zone, string Plan, string[] Journey, string? Stage, DateTimeOffset? Left)>
        {
            ["tokyo@example.com"] = ("Asia/Tokyo", "solo", ["ending:done", "plan:done:otherwise", "remind:done"], "reminded", At(monday, 9, "Asia/Tokyo")),
            ["berlin@example.com"] = (null, "solo", ["ending:done", "plan:done:otherwise", "remind:done"], "reminded", At(monday, 9, "Europe/Berlin")),
            ["york@example.com"] = ("America/New_York", "team", ["ending:done", "plan:done:team", "call:done"], "call", At(monday, 9, "America/New_York")),
            ["mars@example.com"] = ("Mars/Olympus", "team", ["ending:done", "plan:done:team", "call:done"], "call", At(monday, 9, "Europe/Berlin")),
            ["buyer@example.com"] = (null, "team", ["ending:cancelled:exitEvent"], null, null),
        };
        foreach (var (email, (zone, plan, _, _, _)) in written)
        {
            await SendAsync(ada, email, "trialStarted", new { trialEndsAt = ends.ToString("yyyy-MM-dd", null), plan, zone });
        }

        foreach (var (email, (_, _, _, _, left)) in written.Where(one => one.Value.Left is not null))
        {
            (await ada.RunOfAsync(email)).GetProperty("dueAt").GetDateTimeOffset().Should().Be(left, email);
        }

        await SendAsync(ada, "buyer@example.com", "purchased", new { });
        foreach (var (email, expected) in written.OrderBy(one => one.Value.Left))
        {
            if (expected.Left is { } left)
            {
                App.Clock.Advance(Later(left - App.Clock.GetUtcNow()));
            }

            var run = await ada.UntilAsync(email, one => one.Status() != "active");
            run.Visits().Should().Equal(expected.Journey, email);
            var contact = (await ada.GetAsync($"/api/contacts/{run.Text("contactId")}")).Json.GetProperty("customFields");
            (contact.TryGetProperty("stage", out var stage) ? stage.GetString() : null).Should().Be(expected.Stage, email);
        }

        (await ada.RunOfAsync("mars@example.com")).GetProperty("journey")[0].Text("reason").Should().Contain("Mars/Olympus", "an unknown zone reads as the workspace's, and the visit says so");
    }

    [Test]
    public async Task F3_re_engagement_begins_anew_each_time_and_ends_when_the_person_is_back()
    {
        var ada = await ProgramAsync();
        (await ada.PostAsync("/api/custom-fields", new { name = "lost", type = "boolean" })).ShouldBe(201);
        await ada.LiveWorkflowAsync(
            "wentIdle",
            [new { id = "month", type = "wait", @for = "P30D", next = "lost" }, new { id = "lost", type = "updateContact", set = new { lost = true } }],
            "signedIn");

        // Idle on day 0 and 10, back on day 20; idle again on day 25 and 40, and never back.
        await ada.EventAsync("bob@example.com", "wentIdle");
        App.Clock.Advance(TimeSpan.FromDays(10));
        await ada.EventAsync("bob@example.com", "wentIdle");
        App.Clock.Advance(TimeSpan.FromDays(10));
        (await ada.EventAsync("bob@example.com", "signedIn")).GetProperty("exited").GetInt32().Should().Be(2);
        App.Clock.Advance(TimeSpan.FromDays(5));
        await ada.EventAsync("bob@example.com", "wentIdle");
        App.Clock.Advance(TimeSpan.FromDays(15));
        await ada.EventAsync("bob@example.com", "wentIdle");
        App.Clock.Advance(TimeSpan.FromDays(16));
        await UntilAsync(ada, 2, "month:done", "lost:done");
        (await JourneysAsync(ada)).Should().Equal("month:cancelled:exitEvent", "month:cancelled:exitEvent", "month:done lost:done", "month:waiting");
        App.Clock.Advance(TimeSpan.FromDays(16));

        await UntilAsync(ada, 3, "month:done", "lost:done");
        (await JourneysAsync(ada)).Should().Equal("month:cancelled:exitEvent", "month:cancelled:exitEvent", "month:done lost:done", "month:done lost:done");
    }

    [Test]
    public async Task F3_a_split_of_10_000_people_is_even_and_the_same_again()
    {
        var ada = await ProgramAsync();
        var id = await ada.LiveWorkflowAsync("signUp",
        [
            new { id = "half", type = "split", paths = new[] { new { name = "A", weight = 50, next = "a" }, new { name = "B", weight = 50, next = "b" } } },
            new { id = "a", type = "wait", @for = "P1D" },
            new { id = "b", type = "wait", @for = "P1D" },
        ]);
        var people = new Random(20);
        var emails = Enumerable.Range(0, 10_000).Select(i => $"p{i}-{people.Next()}@example.com").ToArray();
        foreach (var part in emails.Chunk(1_000))
        {
            (await ada.PostAsync("/api/events/batch", new { events = part.Select(email => new { email, eventName = "signUp" }) })).ShouldBe(200);
        }

        var counts = (await ada.GetAsync($"/api/automations/{id}")).ShouldBe(200).Json.GetProperty("stepCounts");
        var byPath = counts.GetProperty("half").GetProperty("byPath");
        var (a, b) = (byPath.GetProperty("A").GetInt32(), byPath.GetProperty("B").GetInt32());
        (a + b).Should().Be(10_000);
        a.Should().BeInRange(4_700, 5_300);
        (counts.GetProperty("a").GetProperty("waiting").GetInt32(), counts.GetProperty("b").GetProperty("waiting").GetInt32()).Should().Be((a, b));
        (await App.Database.CountAsync("enrollments", "step_id = 'a'")).Should().Be(a);
    }

    [Test]
    public async Task F5_a_trial_that_is_extended_while_the_run_waits_ends_later_and_once()
    {
        var ada = await ProgramAsync();
        (await ada.PostAsync("/api/custom-fields", new { name = "trialEndsAt", type = "date" })).ShouldBe(201);
        var id = await ada.LiveWorkflowAsync("trialStarted",
        [
            new { id = "ending", type = "wait", until = new { field = "contact.trialEndsAt", offset = "-P3D" }, next = "after" },
            new { id = "after", type = "wait", until = new { field = "contact.trialEndsAt", offset = "P1D" } },
        ]);
        var ends = App.Clock.GetUtcNow().AddDays(14);
        await SendAsync(ada, "bob@example.com", "trialStarted", new { trialEndsAt = ends });
        await SendAsync(ada, "eve@example.com", "trialStarted", new { trialEndsAt = ends });

        // Day 10: Bob's trial is extended by a week. Day 11: Eve is reminded. Day 18: Bob is. He is extended again between the two steps.
        App.Clock.Advance(TimeSpan.FromDays(10));
        await SendAsync(ada, "bob@example.com", "extended", new { trialEndsAt = ends.AddDays(7) });
        App.Clock.Advance(TimeSpan.FromDays(1.1));
        await ada.UntilAsync("eve@example.com", run => run.IsAt("after"));
        (await ada.RunOfAsync("bob@example.com")).Visits().Should().Equal("ending:waiting");
        App.Clock.Advance(TimeSpan.FromDays(7));
        await ada.UntilAsync("bob@example.com", run => run.IsAt("after"));
        await SendAsync(ada, "bob@example.com", "extended", new { trialEndsAt = ends.AddDays(30) });

        (await ada.UntilAsync("eve@example.com", run => run.Status() == "completed")).Visits().Should().Equal("ending:done", "after:done");
        var bob = await ada.RunOfAsync("bob@example.com");
        bob.Visits().Should().Equal("ending:done", "after:waiting");
        bob.GetProperty("dueAt").GetDateTimeOffset().Should().BeCloseTo(ends.AddDays(31), TimeSpan.FromSeconds(1));
        App.Clock.Advance(TimeSpan.FromDays(30));
        (await ada.UntilAsync("bob@example.com", run => run.Status() == "completed")).Visits().Should().Equal("ending:done", "after:done");
        (await ada.GetAsync($"/api/automations/{id}")).Json.GetProperty("stepCounts").GetProperty("ending").GetProperty("passed").GetInt32().Should().Be(2);
    }

    [Test]
    public async Task F7_an_edit_with_1_000_runs_under_way_moves_or_stays([Values] bool moves)
    {
        var ada = await ProgramAsync();
        object[] Steps(string first, string then) =>
        [
            new { id = "first", type = "wait", @for = first, next = "then" },
            new { id = "then", type = "updateContact", set = new { firstName = then } },
        ];
        var id = await ada.LiveWorkflowAsync("signUp", Steps("P30D", "Old"));
        var events = Enumerable.Range(0, 1_000).Select(i => new { email = $"p{i}@example.com", eventName = "signUp" });
        (await ada.PostAsync("/api/events/batch", new { events })).ShouldBe(200);

        var edited = (await ada.PutAsync(
            $"/api/automations/{id}",
            new { name = "Flow", trigger = new { eventName = "signUp" }, steps = Steps("P10D", "New"), inFlight = moves ? "move" : "stay" })).ShouldBe(200).Json.GetProperty("inFlight");
        await ada.EventAsync("late@example.com", "signUp");

        (edited.GetProperty("moved").GetInt64() + edited.GetProperty("pending").GetInt64(), edited.GetProperty("stayed").GetInt64()).Should().Be(moves ? (1_000, 0) : (0, 1_000));
        await ada.UntilAutomationAsync(id, automation => automation.GetProperty("inFlight").ValueKind == JsonValueKind.Null);
        App.Clock.Advance(TimeSpan.FromDays(11));
        (await ada.UntilAsync("late@example.com", run => run.Status() == "completed")).Visits().Should().Equal("first:done", "then:done");
        App.Clock.Advance(TimeSpan.FromDays(20));
        await ada.UntilAutomationAsync(id, automation => automation.GetProperty("counts").GetProperty("completed").GetInt32() == 1_001);

        (await App.Database.CountAsync("contacts", $"first_name = '{(moves ? "New" : "Old")}'")).Should().Be(moves ? 1_001 : 1_000);
        (await App.Database.CountAsync("visits")).Should().Be(2_002, "no step is skipped or taken twice");
        (await App.Database.CountAsync("visits", moves ? "version = 2" : "version = 1")).Should().Be(moves ? 2_002 : 2_000);
        var longest = await App.Database.CountAsync("visits", "step_id = 'first' AND left_at - entered_at < 864000000000");
        longest.Should().Be(0, "no wait ends before its ten days");
    }

    private static TimeSpan Later(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;

    private static DateTimeOffset At(DateOnly day, int hour, string zone) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(hour, 0)), TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static async Task SendAsync(TestClient client, string email, string eventName, object contactProperties) =>
        (await client.PostAsync("/api/events/send", new { email, eventName, contactProperties })).ShouldBe(200);

    // Oldest first.
    private static async Task<string[]> JourneysAsync(TestClient client)
    {
        var journeys = new List<string>();
        foreach (var run in (await client.ItemsAsync("/api/enrollments?email=bob@example.com")).Reverse())
        {
            journeys.Add(string.Join(' ', (await client.GetAsync($"/api/enrollments/{run.Text("id")}")).ShouldBe(200).Json.Visits()));
        }

        return [.. journeys];
    }

    private static async Task UntilAsync(TestClient client, int run, params string[] visits)
    {
        var id = (await client.ItemsAsync("/api/enrollments?email=bob@example.com")).Reverse().ElementAt(run).Text("automationId");
        var completed = run - 1;
        await client.UntilAutomationAsync(id, automation => automation.GetProperty("counts").GetProperty("completed").GetInt32() == completed);
        (await JourneysAsync(client))[run].Should().Be(string.Join(' ', visits));
    }

    // A key outlasts the months that these tests skip, which a session does not.
    private async Task<TestClient> ProgramAsync() => await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage");
}
