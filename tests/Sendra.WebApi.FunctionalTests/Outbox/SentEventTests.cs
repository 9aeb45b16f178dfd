using Sendra.WebApi.FunctionalTests.Ingestion;
using Sendra.WebApi.FunctionalTests.Workflows;

namespace Sendra.WebApi.FunctionalTests.Outbox;

/// <summary>Events that steps send: what they are, how far they lead, and that each is sent once.</summary>
public sealed class SentEventTests(string provider) : FunctionalTest(provider)
{
    private const int Raced = 100;

    private static readonly object Rest = new { id = "rest", type = "wait", @for = "P1D" };

    private readonly string _provider = provider;

    [Test]
    public async Task F3_a_step_sends_an_event_which_does_what_any_event_does_and_the_visit_names_it()
    {
        var ada = await App.RegisterAsync();
        var sender = await ada.LiveWorkflowAsync("signUp", [
            new
            {
                id = "send",
                type = "sendEvent",
                eventName = "ready",
                properties = new Dictionary<string, object?>
                {
                    ["plan"] = new { field = "trigger.plan" },
                    ["total"] = "{{ event.total | times: 2 }}",
                    ["greeting"] = "Hi {{ contact.firstName }}",
                    ["missing"] = new { field = "event.nothing" },
                    ["fixed"] = true,
                },
                next = "rest",
            },
            Rest,
        ]);
        var listener = await ada.LiveWorkflowAsync("ready", [Rest]);

        await ada.PostAsync("/api/events/send", new
        {
            email = "bob@example.com",
            eventName = "signUp",
            eventProperties = new { plan = new { id = "pro" }, total = 21 },
            contactProperties = new { firstName = "Bob" },
        });

        var run = await ada.UntilRunAsync(sender, one => one.IsAt("rest"));
        run.Visits().Should().Equal("send:done", "rest:waiting");
        var visit = run.GetProperty("journey")[0];
        visit.GetProperty("reason").GetString().Should().Be("Sent ready.");
        var sent = (await ada.GetAsync($"/api/events/{visit.GetProperty("eventId").GetString()}")).ShouldBe(200).Json;
        sent.GetProperty("eventName").GetString().Should().Be("ready");
        sent.GetProperty("properties").GetRawText().Should().Be(
            """{"plan":{"id":"pro"},"total":42,"greeting":"Hi Bob","missing":null,"fixed":true}""");
        sent.GetProperty("origin").GetRawText().Should().Be(
            $$"""{"type":"automation","automationId":"{{sender}}","automationName":"Flow","enrollmentId":"{{run.GetProperty("id").GetString()}}"}""");
        sent.GetProperty("enrolled").GetInt32().Should().Be(1);
        (await ada.RunsAsync(listener)).Single().GetProperty("enrolledByEventId").GetString().Should().Be(sent.GetProperty("id").GetString());

        (await ada.ItemsAsync("/api/events?origin=automation")).Should().ContainSingle().Which.GetProperty("eventName").GetString().Should().Be("ready");
        (await ada.ItemsAsync("/api/events?origin=api")).Should().ContainSingle().Which.GetProperty("eventName").GetString().Should().Be("signUp");
        (await App.Database.CountAsync("outbox", "kind = 3 AND state = 2 AND request IS NULL")).Should().Be(1, "what was sent is in the log");
        var counts = (await ada.GetAsync($"/api/automations/{sender}")).Json.GetProperty("stepCounts").GetProperty("send");
        (counts.GetProperty("passed").GetInt32(), counts.GetProperty("waiting").GetInt32()).Should().Be((1, 0));
    }

    [Test]
    public async Task F12_an_automation_that_feeds_itself_ends_at_depth_8()
    {
        var ada = await App.RegisterAsync();
        var loop = await ada.LiveWorkflowAsync("again", [
            new { id = "send", type = "sendEvent", eventName = "again", properties = new { n = "{{ event.n | plus: 1 }}" } },
        ]);

        await ada.PostAsync("/api/events/send", new { email = "bob@example.com", eventName = "again", eventProperties = new { n = 0 } });

        await ada.UntilAutomationAsync(loop, one => one.GetProperty("counts").GetProperty("completed").GetInt32() == 9);
        var runs = await ada.RunsAsync(loop);
        runs.Should().HaveCount(9, "of the event from outside, and of those of depths 1 to 8");
        var last = await ada.UntilRunAsync(loop, one => one.Status() == "completed");
        last.Visits().Should().Equal("send:failed:tooDeep");
        (await ada.ItemsAsync("/api/events?origin=automation")).Select(one => one.GetProperty("properties").GetProperty("n").GetInt32())
            .Should().Equal(8, 7, 6, 5, 4, 3, 2, 1);
    }

    [Test]
    public async Task F12_automations_that_feed_each_other_end_at_depth_8_and_a_failed_step_goes_on()
    {
        var ada = await App.RegisterAsync();
        object Send(string name) => new { id = "send", type = "sendEvent", eventName = name, next = "rest" };
        var ping = await ada.LiveWorkflowAsync("ping", [Send("pong"), Rest]);
        var pong = await ada.LiveWorkflowAsync("pong", [Send("ping"), Rest]);

        await ada.EventAsync("bob@example.com", "ping");

        var last = await ada.UntilRunAsync(ping, one => one.Visits()[0] == "send:failed:tooDeep");
        last.Visits().Should().Equal("send:failed:tooDeep", "rest:waiting");
        ((await ada.RunsAsync(ping)).Count, (await ada.RunsAsync(pong)).Count).Should().Be((5, 4));
        (await ada.ItemsAsync("/api/events?eventName=ping&origin=automation")).Should().HaveCount(4);
        var counts = (await ada.GetAsync($"/api/automations/{ping}")).Json.GetProperty("stepCounts").GetProperty("send");
        (counts.GetProperty("passed").GetInt32(), counts.GetProperty("failed").GetInt32()).Should().Be((4, 1));
    }

    [Test]
    public async Task F12_a_step_beyond_100_000_waiting_events_fails_and_the_run_goes_on()
    {
        var ada = await App.RegisterAsync();
        var id = await ada.LiveWorkflowAsync("signUp", [new { id = "send", type = "sendEvent", eventName = "ready", next = "rest" }, Rest]);
        for (var part = 0; part < 10; part++)
        {
            await WaitAsync(part == 0 ? 9_999 : 10_000);
        }

        await ada.EventAsync("bob@example.com", "signUp");
        await ada.UntilRunAsync(id, one => one.IsAt("rest"));
        await WaitAsync(1);
        await ada.EventAsync("eve@example.com", "signUp");

        (await ada.RunOfAsync("bob@example.com")).Visits().Should().Equal("send:done", "rest:waiting");
        (await ada.RunOfAsync("eve@example.com")).Visits().Should().Equal("send:failed:tooManyEvents", "rest:waiting");
    }

    [Test]
    public async Task F15_an_event_that_ends_its_own_run_leaves_the_step_done()
    {
        var ada = await App.RegisterAsync();
        var id = await ada.LiveWorkflowAsync("signUp", [new { id = "send", type = "sendEvent", eventName = "over", next = "rest" }, Rest], "over");

        await ada.EventAsync("bob@example.com", "signUp");

        var run = await ada.UntilRunAsync(id, one => one.Status() == "exited");
        run.Visits().Should().Equal("send:done");
        run.GetProperty("exitedByEventId").GetString().Should().Be(run.GetProperty("journey")[0].GetProperty("eventId").GetString());
    }

    [Test]
    public async Task F14_the_run_that_sends_goes_on_after_the_event_has_taken_effect()
    {
        var ada = await App.RegisterAsync();
        await ada.PostAsync("/api/custom-fields", new { name = "score", type = "number" });
        var id = await ada.LiveWorkflowAsync("signUp", [
            new { id = "send", type = "sendEvent", eventName = "rate", next = "check" },
            new
            {
                id = "check",
                type = "branch",
                paths = new[] { new { name = "rated", when = new { field = "contact.score", op = "equals", value = 7 }, next = "rest" } },
                otherwise = (string?)null,
            },
            Rest,
        ]);
        await ada.LiveWorkflowAsync("rate", [new { id = "set", type = "updateContact", set = new { score = 7 } }]);

        await ada.EventAsync("bob@example.com", "signUp");

        (await ada.UntilRunAsync(id, one => one.IsAt("rest"))).Visits().Should().Equal("send:done", "check:done:rated", "rest:waiting");
    }

    [Test]
    public async Task F2_an_exit_that_commits_before_the_event_is_sent_prevents_it()
    {
        var ada = await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage");
        var id = await ada.LiveWorkflowAsync("signUp", [new { id = "send", type = "sendEvent", eventName = "ready" }], "left");

        await Task.WhenAll(Enumerable.Range(0, Raced).Select(async i =>
        {
            await ada.EventAsync($"p{i}@example.com", "signUp");
            await ada.EventAsync($"p{i}@example.com", "left");
        }));

        await ada.UntilAutomationAsync(id, one => one.GetProperty("counts").GetProperty("active").GetInt32() == 0);
        var (done, cancelled) = (await App.Database.CountAsync("outbox", "state = 2"), await App.Database.CountAsync("outbox", "state = 4"));
        (done + cancelled).Should().Be(Raced);
        (await App.Database.CountAsync("received_events", "event_name = 'ready'")).Should().Be(done, "what was cancelled was not sent");
        TestContext.Out.WriteLine($"{done} sent, {cancelled} prevented");
    }

    [Test]
    public async Task F9_a_pause_holds_events_and_activating_sends_each_once()
    {
        const int People = 300;
        var ada = await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage");
        var id = await ada.LiveWorkflowAsync("signUp", [new { id = "send", type = "sendEvent", eventName = "ready" }]);
        (await ada.PostAsync("/api/events/batch", new { events = Enumerable.Range(0, People).Select(i => new { email = $"p{i}@example.com", eventName = "signUp" }) })).ShouldBe(200);

        (await ada.PostAsync($"/api/automations/{id}/pause")).ShouldBe(200);

        var sent = await App.Database.CountAsync("received_events", "event_name = 'ready'");
        while (await App.Database.CountAsync("outbox", "state = 1 AND due_at IS NOT NULL") > 0)
        {
            await Looks.AgainAsync();
        }

        (await App.Database.CountAsync("received_events", "event_name = 'ready'")).Should().Be(sent, "the pause was committed before");
        (await App.Database.CountAsync("outbox", "held_due_at IS NOT NULL")).Should().Be(People - sent);
        (await ada.PostAsync($"/api/automations/{id}/activate")).ShouldBe(200);
        await ada.UntilAutomationAsync(id, one => one.GetProperty("counts").GetProperty("completed").GetInt32() == People);
        (await App.Database.CountAsync("received_events", "event_name = 'ready'")).Should().Be(People);
        TestContext.Out.WriteLine($"{sent} sent before the pause");
    }

    [Test]
    public async Task F5_two_nodes_send_each_event_once_and_in_order()
    {
        await using var second = await App.StartSecondNodeAsync();
        var ada = await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage");
        var id = await ada.LiveWorkflowAsync("signUp", [
            new { id = "first", type = "sendEvent", eventName = "one", next = "second" },
            new { id = "second", type = "sendEvent", eventName = "two" },
        ]);
        var other = second.As(ada);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => (i % 2 == 0 ? ada : other).EventAsync($"p{i}@example.com", "signUp")));

        await ada.UntilAutomationAsync(id, one => one.GetProperty("counts").GetProperty("completed").GetInt32() == 200);
        (await App.Database.CountAsync("received_events", "event_name = 'one'")).Should().Be(200);
        (await App.Database.CountAsync("received_events", "event_name = 'two'")).Should().Be(200);
        (await ada.ItemsAsync("/api/events?email=p7@example.com")).Select(one => one.GetProperty("eventName").GetString()).Should().Equal("two", "one", "signUp");
    }

    [Test]
    public async Task F12_an_event_that_its_schema_rejects_fails_the_step_and_the_run_goes_on()
    {
        var ada = await App.RegisterAsync();
        var pattern = (await ada.PostAsync("/api/event-patterns", new { name = "ready" })).ShouldBe(201).Json.GetProperty("id").GetString();
        (await ada.PatchAsync($"/api/event-patterns/{pattern}", new { properties = new[] { new { name = "plan", type = "text", required = true } }, enforcement = "reject" })).ShouldBe(200);
        var id = await ada.LiveWorkflowAsync("signUp", [new { id = "send", type = "sendEvent", eventName = "ready", next = "rest" }, Rest]);

        await ada.EventAsync("bob@example.com", "signUp");

        var run = await ada.UntilRunAsync(id, one => one.IsAt("rest"));
        run.Visits().Should().Equal("send:failed:schemaViolated", "rest:waiting");
        run.GetProperty("journey")[0].GetProperty("reason").GetString().Should().StartWith("ready was not sent.").And.Contain("plan");
        (await App.Database.CountAsync("received_events", "event_name = 'ready'")).Should().Be(0);
    }

    [Test]
    public async Task F8_a_step_that_cannot_send_is_refused()
    {
        var ada = await App.RegisterAsync();
        var refused = (await ada.PostAsync("/api/automations", new
        {
            name = "Flow",
            trigger = new { eventName = "signUp" },
            steps = new object[]
            {
                new { id = "a", type = "sendEvent", properties = new { x = new { field = "nobody.x" } }, next = "b" },
                new { id = "b", type = "sendEvent", eventName = " ready", properties = new { y = "{{ broken", z = new[] { 1 } } },
            },
        })).ShouldBe(400).Json.GetProperty("errors");

        refused.EnumerateObject().Select(error => error.Name).Should().BeEquivalentTo(
            "steps[0].eventName", "steps[0].properties.x.field", "steps[1].eventName", "steps[1].properties.y", "steps[1].properties.z");
    }

    [Test]
    public async Task F12_a_text_that_cannot_be_rendered_fails_the_step()
    {
        var ada = await App.RegisterAsync();
        var id = await ada.LiveWorkflowAsync("signUp", [
            new { id = "send", type = "sendEvent", eventName = "ready", properties = new { share = "{{ 1 | divided_by: 0 }}" }, next = "rest" },
            Rest,
        ]);

        await ada.EventAsync("bob@example.com", "signUp");

        (await ada.UntilRunAsync(id, one => one.IsAt("rest"))).Visits().Should().Equal("send:failed:textFailed", "rest:waiting");
    }

    // As if so many waited, in a workspace of whose automations nobody knows them.
    private async Task WaitAsync(int events) => await App.Database.ScalarAsync(_provider switch
    {
        "PostgreSql" => $"""
            INSERT INTO outbox (workspace_id, enrollment_id, visit, automation_id, kind, state, tries)
            SELECT w.id, gen_random_uuid(), 1, gen_random_uuid(), 3, 1, 0 FROM workspaces w, generate_series(1, {events})
            """,
        "Sqlite" => $"""
            INSERT INTO outbox (workspace_id, enrollment_id, visit, automation_id, kind, state, tries)
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {events})
            SELECT w.id, randomblob(16), 1, randomblob(16), 3, 1, 0 FROM workspaces w, n
            """,
        _ => $"""
            INSERT INTO outbox (workspace_id, enrollment_id, visit, automation_id, kind, state, tries)
            SELECT w.id, NEWID(), 1, NEWID(), 3, 1, 0
            FROM workspaces w CROSS JOIN (SELECT TOP ({events}) 1 AS i FROM sys.all_columns a CROSS JOIN sys.all_columns b) n
            """,
    });
}
