using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sendra.Infrastructure.Workspaces;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Workflows;

public sealed class WorkflowTests(string provider) : FunctionalTest(provider)
{
    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri"];
    private static readonly object[] Wait = [new { id = "wait", type = "wait", @for = "P30D" }];

    [Test]
    public async Task F1_an_event_that_enrolls_stores_the_run_at_its_first_resting_place()
    {
        var ada = await ProgramAsync();
        (await ada.PostAsync("/api/custom-fields", new { name = "plan", type = "text" })).ShouldBe(201);
        await ada.LiveWorkflowAsync("signUp",
        [
            new { id = "mark", type = "updateContact", set = new { plan = "trial" }, next = "which" },
            new
            {
                id = "which", type = "branch",
                paths = new[] { new { name = "trial", when = new { field = "contact.plan", op = "equals", value = "trial" }, next = "wait" } },
                otherwise = (string?)null,
            },
            new { id = "wait", type = "wait", @for = "P3D" },
        ]);

        await ada.EventAsync("bob@example.com", "signUp");

        var run = await ada.RunOfAsync("bob@example.com");
        run.Visits().Should().Equal("mark:done", "which:done:trial", "wait:waiting");
        run.Status().Should().Be("active");
        run.GetProperty("dueAt").GetDateTimeOffset().Should().BeCloseTo(App.Clock.GetUtcNow().AddDays(3), TimeSpan.FromMinutes(1));
        var contact = (await ada.GetAsync($"/api/contacts/{run.GetProperty("contactId").GetString()}")).ShouldBe(200).Json;
        contact.GetProperty("customFields").GetProperty("plan").GetString().Should().Be("trial");
    }

    [Test]
    public async Task F5_a_wait_ends_at_its_time_and_not_before()
    {
        var ada = await ProgramAsync();
        var id = await ada.LiveWorkflowAsync("signUp", Wait);
        await ada.EventAsync("bob@example.com", "signUp");
        App.Clock.Advance(TimeSpan.FromDays(29));
        await ada.EventAsync("eve@example.com", "signUp");
        (await ada.RunOfAsync("bob@example.com")).Visits().Should().Equal("wait:waiting");

        App.Clock.Advance(TimeSpan.FromDays(2));

        var run = await ada.UntilAsync("bob@example.com", one => one.Status() == "completed");
        run.Visits().Should().Equal("wait:done");
        run.GetProperty("endedBecause").GetProperty("code").GetString().Should().Be("completed");
        var visit = run.GetProperty("journey")[0];
        (visit.GetProperty("leftAt").GetDateTimeOffset() - visit.GetProperty("enteredAt").GetDateTimeOffset()).Should().BeGreaterThanOrEqualTo(TimeSpan.FromDays(30));
        (await ada.RunOfAsync("eve@example.com")).Visits().Should().Equal("wait:waiting");
        (await ada.GetAsync($"/api/automations/{id}")).Json.GetProperty("counts").GetRawText().Should().Be("""{"active":1,"completed":1,"exited":0}""");
    }

    [Test]
    public async Task A4_an_exit_event_ends_a_run_that_waits_and_its_timer_is_gone()
    {
        var ada = await ProgramAsync();
        await ada.LiveWorkflowAsync("idle", Wait, "signedIn");
        await ada.EventAsync("bob@example.com", "idle");

        (await ada.EventAsync("bob@example.com", "signedIn")).GetProperty("exited").GetInt32().Should().Be(1);
        await ada.EventAsync("bob@example.com", "idle");
        App.Clock.Advance(TimeSpan.FromDays(31));

        var second = await ada.UntilAsync("bob@example.com", one => one.Status() == "completed");
        second.Visits().Should().Equal("wait:done");
        var first = (await ada.ItemsAsync("/api/enrollments?email=bob@example.com"))[1];
        first.GetProperty("status").GetString().Should().Be("exited");
        var journey = (await ada.GetAsync($"/api/enrollments/{first.GetProperty("id").GetString()}")).ShouldBe(200).Json;
        journey.Visits().Should().Equal("wait:cancelled:exitEvent");
        journey.GetProperty("endedBecause").GetProperty("code").GetString().Should().Be("exitEvent");
    }

    [Test]
    public async Task F3_a_trial_goes_the_way_that_was_written_down_first()
    {
        var ada = await ProgramAsync();
        foreach (var (name, type) in new[] { ("trialEndsAt", "date"), ("plan", "text"), ("zone", "text"), ("reminded", "boolean") })
        {
            (await ada.PostAsync("/api/custom-fields", new { name, type })).ShouldBe(201);
        }

        (await ada.PutAsync("/api/workspace/settings", new { timeZone = "Europe/Berlin", contactTimeZoneField = "zone" })).ShouldBe(200);
        await ada.LiveWorkflowAsync(
            "trialStarted",
            [
                new
                {
                    id = "threeDaysBefore", type = "wait", until = new { field = "contact.trialEndsAt", offset = "-P3D" },
                    window = new { days = Weekdays, from = "09:00", to = "17:00", timeZone = "contact" }, next = "which",
                },
                new
                {
                    id = "which", type = "branch", otherwise = "remind",
                    paths = new[] { new { name = "pro", when = new { field = "contact.plan", op = "equals", value = "pro" }, next = (string?)null } },
                },
                new { id = "remind", type = "updateContact", set = new { reminded = true } },
            ],
            "purchased");
        var ends = App.Clock.GetUtcNow().AddDays(20);
        await SendAsync(ada, "bob@example.com", "trialStarted", new { trialEndsAt = ends, plan = "basic", zone = "America/New_York" });
        await SendAsync(ada, "pro@example.com", "trialStarted", new { trialEndsAt = ends, plan = "pro" });
        await SendAsync(ada, "buyer@example.com", "trialStarted", new { trialEndsAt = ends });
        await SendAsync(ada, "buyer@example.com", "purchased", new { });
        await SendAsync(ada, "nodate@example.com", "trialStarted", new { });

        (await ada.RunOfAsync("nodate@example.com")).Visits().Should().Equal("threeDaysBefore:done:dateMissing", "which:done:otherwise", "remind:done");
        var due = (await ada.RunOfAsync("bob@example.com")).GetProperty("dueAt").GetDateTimeOffset();
        var local = TimeZoneInfo.ConvertTime(due, TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));
        local.DayOfWeek.Should().BeOneOf(DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday);
        local.TimeOfDay.Should().BeGreaterThanOrEqualTo(TimeSpan.FromHours(9)).And.BeLessThanOrEqualTo(TimeSpan.FromHours(17));
        due.Should().BeOnOrAfter(ends.AddDays(-3).AddSeconds(-1)).And.BeBefore(ends.AddDays(1));

        App.Clock.Advance(due - App.Clock.GetUtcNow());

        (await ada.UntilAsync("bob@example.com", run => run.Status() == "completed")).Visits()
            .Should().Equal("threeDaysBefore:done", "which:done:otherwise", "remind:done");

        // A wait that is late ends inside its window all the same.
        App.Clock.Advance(TimeSpan.FromDays(21));
        var late = await ada.UntilAsync("pro@example.com", run => run.Status() == "completed" || Due(run) > App.Clock.GetUtcNow());
        App.Clock.Advance(late.Status() == "completed" ? TimeSpan.Zero : Due(late) - App.Clock.GetUtcNow());
        (await ada.UntilAsync("pro@example.com", run => run.Status() == "completed")).Visits().Should().Equal("threeDaysBefore:done", "which:done:pro");
        (await ada.RunOfAsync("buyer@example.com")).Visits().Should().Equal("threeDaysBefore:cancelled:exitEvent");
    }

    [Test]
    public async Task F5_a_date_that_moves_while_a_run_waits_moves_its_end()
    {
        var ada = await ProgramAsync();
        (await ada.PostAsync("/api/custom-fields", new { name = "trialEndsAt", type = "date" })).ShouldBe(201);
        await ada.LiveWorkflowAsync("trialStarted", [new { id = "until", type = "wait", until = new { field = "contact.trialEndsAt" } }]);
        var ends = App.Clock.GetUtcNow().AddDays(10);
        await SendAsync(ada, "bob@example.com", "trialStarted", new { trialEndsAt = ends });

        await SendAsync(ada, "bob@example.com", "extended", new { trialEndsAt = ends.AddDays(10) });
        App.Clock.Advance(TimeSpan.FromDays(11));
        await SendAsync(ada, "eve@example.com", "trialStarted", new { trialEndsAt = App.Clock.GetUtcNow().AddSeconds(-1) });

        (await ada.RunOfAsync("eve@example.com")).Status().Should().Be("completed", "its date has passed");
        (await ada.RunOfAsync("bob@example.com")).GetProperty("dueAt").GetDateTimeOffset().Should().BeCloseTo(ends.AddDays(10), TimeSpan.FromSeconds(1));
        await SendAsync(ada, "bob@example.com", "shortened", new { trialEndsAt = ends });
        (await ada.UntilAsync("bob@example.com", run => run.Status() == "completed")).Visits().Should().Equal("until:done");
    }

    [Test]
    public async Task F9_a_pause_holds_runs_where_they_are_and_activating_brings_them_back()
    {
        var ada = await ProgramAsync();
        var id = await ada.LiveWorkflowAsync("signUp", Wait);
        await ada.EventAsync("bob@example.com", "signUp");
        (await ada.PostAsync($"/api/automations/{id}/pause")).ShouldBe(200);
        var other = await ada.LiveWorkflowAsync("other", Wait);
        await ada.EventAsync("eve@example.com", "other");

        App.Clock.Advance(TimeSpan.FromDays(31));
        await ada.UntilAsync("eve@example.com", run => run.Status() == "completed");
        var held = await ada.RunOfAsync("bob@example.com");
        held.Visits().Should().Equal("wait:waiting");
        held.GetProperty("dueAt").GetDateTimeOffset().Should().BeBefore(App.Clock.GetUtcNow(), "it says when it would have gone on");

        (await ada.PostAsync($"/api/automations/{id}/activate")).ShouldBe(200);
        (await ada.UntilAsync("bob@example.com", run => run.Status() == "completed")).Visits().Should().Equal("wait:done");
    }

    [Test]
    public async Task F9_archiving_ends_its_runs()
    {
        var ada = await ProgramAsync();
        var id = await ada.LiveWorkflowAsync("signUp", Wait);
        await ada.EventAsync("bob@example.com", "signUp");

        (await ada.PostAsync($"/api/automations/{id}/archive")).ShouldBe(200);

        var run = await ada.UntilAsync("bob@example.com", one => one.Status() == "exited");
        run.Visits().Should().Equal("wait:cancelled:automationArchived");
        run.GetProperty("endedBecause").GetProperty("code").GetString().Should().Be("automationArchived");
    }

    [Test]
    public async Task F5_two_nodes_share_what_is_due_and_leave_each_step_once()
    {
        await using var second = await App.StartSecondNodeAsync();
        var ada = await ProgramAsync();
        await ada.LiveWorkflowAsync("signUp",
        [
            new { id = "wait", type = "wait", @for = "PT1H", next = "half" },
            new { id = "half", type = "split", paths = new[] { new { name = "a", weight = 1, next = "again" }, new { name = "b", weight = 1, next = "again" } } },
            new { id = "again", type = "wait", @for = "PT1H" },
        ]);
        (await ada.PostAsync("/api/events/batch", new { events = Enumerable.Range(0, 500).Select(i => new { email = $"p{i}@example.com", eventName = "signUp" }) })).ShouldBe(200);

        App.Clock.Advance(TimeSpan.FromHours(1));
        await ada.UntilAsync("p499@example.com", run => run.IsAt("again"));
        App.Clock.Advance(TimeSpan.FromHours(2));
        for (var i = 0; i < 500; i += 50)
        {
            var run = await ada.UntilAsync($"p{i}@example.com", one => one.Status() == "completed");
            run.Visits().Select(visit => visit[..visit.IndexOf(':')]).Should().Equal("wait", "half", "again");
        }
    }

    [Test]
    public async Task F13_who_is_at_a_step_now_can_be_listed()
    {
        var ada = await ProgramAsync();
        var id = await ada.LiveWorkflowAsync("signUp", [new { id = "first", type = "wait", @for = "P1D", next = "second" }, new { id = "second", type = "wait", @for = "P30D" }], "left");
        foreach (var email in new[] { "bob@example.com", "gone@example.com" })
        {
            await ada.EventAsync(email, "signUp");
        }

        App.Clock.Advance(TimeSpan.FromDays(2));
        await ada.UntilAsync("bob@example.com", run => run.IsAt("second"));
        await ada.UntilAsync("gone@example.com", run => run.IsAt("second"));
        await ada.EventAsync("gone@example.com", "left");
        await ada.EventAsync("eve@example.com", "signUp");

        (await ada.ItemsAsync($"/api/enrollments?automationId={id}&stepId=first")).Select(run => run.Text("email")).Should().Equal("eve@example.com");
        (await ada.ItemsAsync($"/api/enrollments?automationId={id}&stepId=second")).Select(run => run.Text("email")).Should().Equal("bob@example.com");
        (await ada.ItemsAsync($"/api/enrollments?automationId={id}&stepId=second&status=exited")).Should().BeEmpty();
    }

    [Test]
    public async Task F3_a_run_that_is_exited_by_hand_says_so()
    {
        var ada = await ProgramAsync();
        await ada.LiveWorkflowAsync("signUp", Wait);
        await ada.EventAsync("bob@example.com", "signUp");
        var id = (await ada.RunOfAsync("bob@example.com")).GetProperty("id").GetString();

        (await ada.PostAsync($"/api/enrollments/{id}/retry")).ShouldBeProblem(409, "enrollmentNotParked");
        (await ada.PostAsync($"/api/enrollments/{id}/exit")).ShouldBe(200);

        var run = await ada.RunOfAsync("bob@example.com");
        run.Visits().Should().Equal("wait:cancelled:byHand");
        run.GetProperty("endedBecause").GetProperty("code").GetString().Should().Be("byHand");
        (await ada.PostAsync($"/api/enrollments/{id}/exit")).ShouldBeProblem(409, "enrollmentEnded");
        (await ada.PostAsync($"/api/enrollments/{id}/retry")).ShouldBeProblem(409, "enrollmentEnded");
    }

    [Test]
    public async Task L3_a_run_with_steps_keeps_the_event_that_made_it_until_it_ends()
    {
        var ada = await ProgramAsync();
        (await ada.PutAsync("/api/workspace/settings", new { retentionDays = 1 })).ShouldBe(200);
        await ada.LiveWorkflowAsync("signUp",
        [
            new { id = "wait", type = "wait", @for = "P5D", next = "which" },
            new { id = "which", type = "branch", paths = new[] { new { name = "pro", when = new { field = "trigger.plan", op = "equals", value = "pro" } } } },
        ]);
        (await ada.PostAsync("/api/events/send", new { email = "bob@example.com", eventName = "signUp", eventProperties = new { plan = "pro" } })).ShouldBe(200);
        await ada.EventAsync("bob@example.com", "visited");

        App.Clock.Advance(TimeSpan.FromDays(3));
        await PurgeAsync();
        (await ada.ItemsAsync("/api/events")).Select(one => one.Text("eventName")).Should().Equal("signUp");
        App.Clock.Advance(TimeSpan.FromDays(3));
        (await ada.UntilAsync("bob@example.com", run => run.Status() == "completed")).Visits().Should().Equal("wait:done", "which:done:pro");
        await PurgeAsync();
        (await ada.ItemsAsync("/api/events")).Should().BeEmpty();

        Task PurgeAsync() => App.Node.Services.GetRequiredService<EventRetention>().RunAsync(CancellationToken.None);
    }

    [Test]
    public async Task F13_steps_count_their_visits_exactly_and_erasure_takes_them_off()
    {
        var ada = await ProgramAsync();
        var id = await ada.LiveWorkflowAsync(
            "signUp",
            [
                new { id = "half", type = "split", paths = new object[] { new { name = "all", weight = 1, next = "wait" }, new { name = "none", weight = 0, next = "wait" } } },
                new { id = "wait", type = "wait", @for = "P1D" },
            ],
            "left");
        foreach (var email in new[] { "a@example.com", "b@example.com", "c@example.com" })
        {
            await ada.EventAsync(email, "signUp");
        }

        await ada.EventAsync("c@example.com", "left");
        (await CountsAsync()).Should().Be(
            """{"half":{"waiting":0,"passed":3,"failed":0,"cancelled":0,"byPath":{"all":3,"none":0}},"wait":{"waiting":2,"passed":0,"failed":0,"cancelled":1,"byPath":{}}}""");
        App.Clock.Advance(TimeSpan.FromDays(2));
        var run = await ada.UntilAsync("a@example.com", one => one.Status() == "completed");
        await ada.UntilAsync("b@example.com", one => one.Status() == "completed");
        (await CountsAsync()).Should().Be(
            """{"half":{"waiting":0,"passed":3,"failed":0,"cancelled":0,"byPath":{"all":3,"none":0}},"wait":{"waiting":0,"passed":2,"failed":0,"cancelled":1,"byPath":{}}}""");

        (await ada.DeleteAsync($"/api/contacts/{run.GetProperty("contactId").GetString()}")).ShouldBe(204);
        (await CountsAsync()).Should().Be(
            """{"half":{"waiting":0,"passed":2,"failed":0,"cancelled":0,"byPath":{"all":2,"none":0}},"wait":{"waiting":0,"passed":1,"failed":0,"cancelled":1,"byPath":{}}}""");
        (await App.Database.CountAsync("visits")).Should().Be(4, "those of the erased person are gone");

        async Task<string> CountsAsync() => (await ada.GetAsync($"/api/automations/{id}")).ShouldBe(200).Json.GetProperty("stepCounts").GetRawText();
    }

    private static DateTimeOffset Due(JsonElement run) => run.GetProperty("dueAt").GetDateTimeOffset();

    private static async Task SendAsync(TestClient client, string email, string eventName, object contactProperties) =>
        (await client.PostAsync("/api/events/send", new { email, eventName, contactProperties })).ShouldBe(200);

    // A key outlasts the months that these tests skip, which a session does not.
    private async Task<TestClient> ProgramAsync() => await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage");
}
