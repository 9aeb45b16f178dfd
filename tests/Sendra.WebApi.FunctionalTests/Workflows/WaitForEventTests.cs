using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sendra.Infrastructure.Workspaces;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Workflows;

/// <summary>Runs that wait for an event: who wakes them, and who does not.</summary>
public sealed class WaitForEventTests(string provider) : FunctionalTest(provider)
{
    private const string Bob = "bob@example.com";

    private static readonly object SameInvoice = new { field = "event.invoiceId", op = "equals", value = new { field = "trigger.invoiceId" } };

    [Test]
    public async Task F4_F3_an_event_wakes_the_run_that_waits_for_it_in_its_own_transaction()
    {
        var ada = await ProgramAsync();
        (await ada.PostAsync("/api/custom-fields", new { name = "paidBy", type = "text" })).ShouldBe(201);
        var id = await ada.LiveWorkflowAsync("invoiceSent",
        [
            new { id = "paid", type = "waitForEvent", eventName = "invoicePaid", where = SameInvoice, timeout = "P7D", next = "pause", timedOut = "remind" },
            new { id = "pause", type = "wait", @for = "P1D", next = "note" },
            new { id = "note", type = "updateContact", set = new { paidBy = "{{ event.by }} for {{ trigger.invoiceId }}" } },
            new { id = "remind", type = "wait", @for = "P1D" },
        ]);
        await SendAsync(ada, "invoiceSent", new { invoiceId = "A-1" });

        var waiting = await ada.RunOfAsync(Bob);
        waiting.Visits().Should().Equal("paid:waiting");
        waiting.GetProperty("journey")[0].Text("reason").Should().StartWith("Waits for invoicePaid until ");
        (await SendAsync(ada, "invoicePaid", new { invoiceId = "A-2", by = "cash" })).GetProperty("decisions").GetArrayLength().Should().Be(0);
        var woken = (await SendAsync(ada, "invoicePaid", new { invoiceId = "A-1", by = "card" }));

        (woken.Effect(), woken.Woken()).Should().Be(((0, 0), 1));
        (await ada.ItemsAsync("/api/events?hasEffect=true&eventName=invoicePaid")).Should().ContainSingle().Which.Woken().Should().Be(1, "waking is an effect");
        var decision = woken.GetProperty("decisions").EnumerateArray().Single();
        (decision.Text("outcome"), decision.Text("code"), decision.Text("stepId"), decision.Text("enrollmentId"))
            .Should().Be(("woken", "eventReceived", "paid", waiting.Text("id")));
        decision.Text("reason").Should().Contain("event.invoiceId equals trigger.invoiceId holds: they are \"A-1\" and \"A-1\"");
        var run = await ada.RunOfAsync(Bob);
        run.Visits().Should().Equal("paid:done:received", "pause:waiting");
        run.GetProperty("journey")[0].Text("eventId").Should().Be(woken.Text("eventId"));
        run.GetProperty("journey")[0].Text("reason").Should().Be("invoicePaid arrived.");
        run.GetProperty("journey")[0].GetProperty("leftAt").GetDateTimeOffset().Should().BeOnOrBefore(run.GetProperty("journey")[1].GetProperty("enteredAt").GetDateTimeOffset());
        (await ada.GetAsync($"/api/events/{woken.Text("eventId")}")).ShouldBe(200).Json.GetProperty("decisions")[0].Text("outcome").Should().Be("woken");

        App.Clock.Advance(TimeSpan.FromDays(2));
        await ada.UntilAsync(Bob, one => one.Status() == "completed");
        (await ada.GetAsync($"/api/contacts/{run.Text("contactId")}")).Json.GetProperty("customFields").Text("paidBy").Should().Be("card for A-1", "event is the one that moved it last");
        (await ada.GetAsync($"/api/automations/{id}")).Json.GetProperty("stepCounts").GetProperty("paid").GetRawText()
            .Should().Be("""{"waiting":0,"passed":1,"failed":0,"cancelled":0,"byPath":{"received":1,"timedOut":0}}""");
    }

    [Test]
    public async Task F4_who_hears_nothing_in_time_goes_the_other_way()
    {
        var ada = await ProgramAsync();
        await ada.LiveWorkflowAsync("invoiceSent",
        [
            new { id = "paid", type = "waitForEvent", eventName = "invoicePaid", timeout = "P7D", timedOut = "again" },
            new { id = "again", type = "waitForEvent", eventName = "invoicePaid", timeout = "P1D", timedOut = "again2" },
            new { id = "again2", type = "wait", @for = "P1D" },
        ]);
        await SendAsync(ada, "invoiceSent", new { });
        (await ada.RunOfAsync(Bob)).GetProperty("dueAt").GetDateTimeOffset().Should().BeCloseTo(App.Clock.GetUtcNow().AddDays(7), TimeSpan.FromSeconds(5));

        App.Clock.Advance(TimeSpan.FromDays(7));
        var run = await ada.UntilAsync(Bob, one => one.IsAt("again"));

        run.Visits().Should().Equal("paid:done:timedOut", "again:waiting");
        run.GetProperty("journey")[0].Text("reason").Should().Be("invoicePaid did not arrive in time.");
        run.GetProperty("journey")[0].GetProperty("eventId").ValueKind.Should().Be(JsonValueKind.Null);
        await SendAsync(ada, "invoicePaid", new { });
        (await ada.RunOfAsync(Bob)).Visits().Should().Equal("paid:done:timedOut", "again:done:received");
    }

    [Test]
    public async Task F9_what_arrives_in_time_while_paused_counts_when_the_automation_is_activated()
    {
        var ada = await ProgramAsync();
        var id = await ada.LiveWorkflowAsync("go",
        [
            new { id = "wait", type = "waitForEvent", eventName = "now", where = new { field = "event.n", op = "atLeast", value = 2 }, timeout = "P7D", next = "mark" },
            new { id = "mark", type = "updateContact", set = new { firstName = "n{{ event.n }}" } },
        ]);
        await SendAsync(ada, "go", new { });
        (await ada.PostAsync($"/api/automations/{id}/pause")).ShouldBe(200);

        (await SendAsync(ada, "now", new { n = 1 })).GetProperty("decisions").GetArrayLength().Should().Be(0);
        var kept = await SendAsync(ada, "now", new { n = 2 });
        (await SendAsync(ada, "now", new { n = 3 })).GetProperty("decisions").GetArrayLength().Should().Be(0, "it has what it waited for");
        App.Clock.Advance(TimeSpan.FromDays(8));

        (kept.GetProperty("decisions")[0].Text("outcome"), kept.GetProperty("decisions")[0].Text("code")).Should().Be(("woken", "eventKept"));
        var held = await ada.RunOfAsync(Bob);
        held.Visits().Should().Equal("wait:waiting");
        held.GetProperty("journey")[0].Text("eventId").Should().Be(kept.Text("eventId"));
        (await ada.PostAsync($"/api/automations/{id}/activate")).ShouldBe(200);
        var run = await ada.UntilAsync(Bob, one => one.Status() == "completed");
        run.Visits().Should().Equal(["wait:done:received", "mark:done"], "the timeout that passed meanwhile does not beat it");
        run.GetProperty("journey")[0].Text("eventId").Should().Be(kept.Text("eventId"));
        (await ada.GetAsync($"/api/contacts/{run.Text("contactId")}")).Json.Text("firstName").Should().Be("n2");
    }

    [Test]
    public async Task F9_F14_what_arrives_while_paused_after_the_time_is_over_is_too_late()
    {
        var ada = await ProgramAsync();
        var id = await ada.LiveWorkflowAsync("go", [new { id = "wait", type = "waitForEvent", eventName = "now", timeout = "P7D" }]);
        await SendAsync(ada, "go", new { });
        (await ada.PostAsync($"/api/automations/{id}/pause")).ShouldBe(200);
        App.Clock.Advance(TimeSpan.FromDays(7));

        (await SendAsync(ada, "now", new { })).GetProperty("decisions").GetArrayLength().Should().Be(0);

        (await ada.PostAsync($"/api/automations/{id}/activate")).ShouldBe(200);
        (await ada.UntilAsync(Bob, one => one.Status() == "completed")).Visits().Should().Equal("wait:done:timedOut");
    }

    [Test]
    public async Task F9_an_archived_automation_wakes_nobody_and_a_draft_waits_for_nothing()
    {
        var ada = await ProgramAsync();
        object[] steps = [new { id = "wait", type = "waitForEvent", eventName = "now", timeout = "P7D" }];
        var id = await ada.LiveWorkflowAsync("go", steps);
        (await ada.PostAsync("/api/automations", new { name = "draft", trigger = new { eventName = "go" }, steps })).ShouldBe(201);
        await SendAsync(ada, "go", new { });
        (await ada.PostAsync($"/api/automations/{id}/archive")).ShouldBe(200);

        (await SendAsync(ada, "now", new { })).GetProperty("decisions").GetArrayLength().Should().Be(0);

        (await ada.UntilAsync(Bob, one => one.Status() == "exited")).Visits().Should().Equal("wait:cancelled:automationArchived");
    }

    [Test]
    public async Task F7_a_run_that_moves_waits_by_the_new_definition_from_when_it_began()
    {
        var ada = await ProgramAsync();
        object[] Steps(string name, string timeout, int least) =>
            [new { id = "wait", type = "waitForEvent", eventName = name, where = new { field = "event.n", op = "atLeast", value = least }, timeout }];
        var id = await ada.LiveWorkflowAsync("go", Steps("now", "P7D", 1));
        await SendAsync(ada, "go", new { });
        var began = (await ada.RunOfAsync(Bob)).GetProperty("enrolledAt").GetDateTimeOffset();
        App.Clock.Advance(TimeSpan.FromDays(2));

        await EditAsync(ada, id, Steps("later", "P9D", 5), "move");
        var moved = await ada.UntilAsync(Bob, run => run.GetProperty("version").GetInt32() == 2);

        moved.GetProperty("dueAt").GetDateTimeOffset().Should().BeCloseTo(began.AddDays(9), TimeSpan.FromSeconds(1));
        moved.GetProperty("journey")[0].Text("reason").Should().StartWith("Waits for later until ");
        (await SendAsync(ada, "now", new { n = 9 })).GetProperty("decisions").GetArrayLength().Should().Be(0);
        (await SendAsync(ada, "later", new { n = 4 })).GetProperty("decisions").GetArrayLength().Should().Be(0);
        await EditAsync(ada, id, Steps("later", "P1D", 5), "move");
        (await ada.UntilAsync(Bob, run => run.Status() == "completed")).Visits().Should().Equal(["wait:done:timedOut"], "by the new timeout it is over");
        await SendAsync(ada, "go", new { });
        (await SendAsync(ada, "later", new { n = 5 })).GetProperty("decisions")[0].Text("outcome").Should().Be("woken");
    }

    [Test]
    public async Task F7_runs_that_stay_on_an_older_version_wait_for_what_it_says()
    {
        var ada = await ProgramAsync();
        object[] Steps(string name) => [new { id = "wait", type = "waitForEvent", eventName = name, where = SameInvoice, timeout = "P7D" }];
        var id = await ada.LiveWorkflowAsync("go", Steps("before"));
        await SendAsync(ada, "go", new { invoiceId = 1 });
        await SendAsync(ada, "go", new { invoiceId = 2 });
        await EditAsync(ada, id, Steps("after"), "stay");
        await EditAsync(ada, id, [new { id = "wait", type = "wait", @for = "P7D" }], "stay");

        (await SendAsync(ada, "after", new { invoiceId = 1 })).GetProperty("decisions").GetArrayLength().Should().Be(0);
        (await SendAsync(ada, "before", new { invoiceId = 1 })).GetProperty("decisions").EnumerateArray().Select(one => one.Text("outcome")).Should().Equal("woken");
        (await SendAsync(ada, "before", new { invoiceId = 2 })).GetProperty("decisions").EnumerateArray().Select(one => one.Text("outcome")).Should().Equal("woken");
        (await ada.RunsAsync(id)).Should().OnlyContain(run => run.Status() == "completed");
    }

    [Test]
    public async Task L3_a_run_keeps_the_events_that_made_and_moved_it_until_it_ends_and_an_erasure_takes_all()
    {
        var ada = await ProgramAsync();
        (await ada.PutAsync("/api/workspace/settings", new { retentionDays = 1 })).ShouldBe(200);
        var id = await ada.LiveWorkflowAsync("go",
        [
            new { id = "wait", type = "waitForEvent", eventName = "now", timeout = "P30D", next = "then" },
            new { id = "then", type = "wait", @for = "P5D", next = "mark" },
            new { id = "mark", type = "updateContact", set = new { firstName = "{{ trigger.n }}{{ event.n }}" } },
        ]);
        await SendAsync(ada, "go", new { n = 1 });
        await SendAsync(ada, "other", new { n = 1 });
        await SendAsync(ada, "now", new { n = 2 });
        await ada.EventAsync("eve@example.com", "go");
        await ada.EventAsync("eve@example.com", "now");
        App.Clock.Advance(TimeSpan.FromDays(3));
        await PurgeAsync();

        (await ada.ItemsAsync($"/api/events?email={Bob}")).Select(one => one.Text("eventName")).Should().Equal("now", "go");
        var eve = (await ada.RunOfAsync("eve@example.com")).Text("contactId");
        (await ada.DeleteAsync($"/api/contacts/{eve}")).ShouldBe(204);
        (await ada.RunsAsync(id)).Should().ContainSingle();
        App.Clock.Advance(TimeSpan.FromDays(3));
        var run = await ada.UntilAsync(Bob, one => one.Status() == "completed");
        (await ada.GetAsync($"/api/contacts/{run.Text("contactId")}")).Json.Text("firstName").Should().Be("12");
        await PurgeAsync();
        (await ada.ItemsAsync("/api/events")).Should().BeEmpty();

        Task PurgeAsync() => App.Node.Services.GetRequiredService<EventRetention>().RunAsync(CancellationToken.None);
    }

    [Test]
    public async Task F14_of_an_event_and_a_timeout_at_once_one_wins_on_two_nodes()
    {
        await using var second = App.Database.ServesManyNodes ? await App.StartSecondNodeAsync() : null;
        var ada = await ProgramAsync();
        TestClient[] nodes = second is null ? [ada] : [ada, second.As(ada)];
        var id = await ada.LiveWorkflowAsync("go", [new { id = "wait", type = "waitForEvent", eventName = "now", timeout = "PT1H" }]);
        var emails = Enumerable.Range(0, 60).Select(i => $"p{i}@example.com").ToArray();
        (await ada.PostAsync("/api/events/batch", new { events = emails.Select(email => new { email, eventName = "go" }) })).ShouldBe(200);

        // Just before the time, which then comes while the events do; no request waits for longer than it may.
        var due = (await ada.RunOfAsync(emails[0])).GetProperty("dueAt").GetDateTimeOffset();
        App.Clock.Advance(due - App.Clock.GetUtcNow() - TimeSpan.FromSeconds(1));
        var sent = emails.Select((email, i) => Task.Run(() => nodes[i % nodes.Length].EventAsync(email, "now"))).ToArray();
        await sent[20];
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        var woken = (await Task.WhenAll(sent)).Count(answer => answer.GetProperty("decisions").GetArrayLength() == 1);

        var automation = await ada.UntilAutomationAsync(id, one => one.GetProperty("counts").GetProperty("completed").GetInt32() == emails.Length);
        var byPath = automation.GetProperty("stepCounts").GetProperty("wait").GetProperty("byPath");
        (byPath.GetProperty("received").GetInt32(), byPath.GetProperty("timedOut").GetInt32()).Should().Be((woken, emails.Length - woken));
        (await App.Database.CountAsync("visits")).Should().Be(emails.Length);
        (await App.Database.CountAsync("visits", "path = 'received' AND event_id IS NOT NULL")).Should().Be(woken);
        (await App.Database.CountAsync("visits", "left_at - entered_at < 3600000000 AND path = 'timedOut'")).Should().Be(0, "no timer fires early");
    }

    [Test]
    public async Task F14_of_an_event_and_an_exit_at_once_one_ends_the_run_on_two_nodes()
    {
        await using var second = App.Database.ServesManyNodes ? await App.StartSecondNodeAsync() : null;
        var ada = await ProgramAsync();
        TestClient[] nodes = second is null ? [ada] : [ada, second.As(ada)];
        var id = await ada.LiveWorkflowAsync("go", [new { id = "wait", type = "waitForEvent", eventName = "now", timeout = "PT1H" }], "stop");
        var emails = Enumerable.Range(0, 60).Select(i => $"p{i}@example.com").ToArray();
        (await ada.PostAsync("/api/events/batch", new { events = emails.Select(email => new { email, eventName = "go" }) })).ShouldBe(200);

        var answers = await Task.WhenAll(emails.SelectMany((email, i) => new Task<JsonElement>[]
        {
            Task.Run(() => nodes[i % nodes.Length].EventAsync(email, "now")),
            Task.Run(() => nodes[(i + 1) % nodes.Length].EventAsync(email, "stop")),
        }));

        var outcomes = answers.SelectMany(answer => answer.GetProperty("decisions").EnumerateArray().Select(one => one.Text("outcome"))).ToArray();
        outcomes.Should().HaveCount(emails.Length);
        var counts = (await ada.GetAsync($"/api/automations/{id}")).Json.GetProperty("counts");
        (counts.GetProperty("completed").GetInt32(), counts.GetProperty("exited").GetInt32(), counts.GetProperty("active").GetInt32())
            .Should().Be((outcomes.Count(one => one == "woken"), outcomes.Count(one => one == "exited"), 0));
        (await App.Database.CountAsync("visits")).Should().Be(emails.Length);
    }

    [Test]
    public async Task A_dry_run_says_what_would_be_woken_and_wakes_nobody()
    {
        var ada = await ProgramAsync();
        await ada.LiveWorkflowAsync("go", [new { id = "wait", type = "waitForEvent", eventName = "now", timeout = "PT1H" }]);
        await SendAsync(ada, "go", new { });

        var answer = (await ada.PostAsync("/api/events/send", new { email = Bob, eventName = "now", dryRun = true })).ShouldBe(200).Json;

        answer.GetProperty("decisions")[0].Text("outcome").Should().Be("woken");
        (await ada.RunOfAsync(Bob)).Visits().Should().Equal("wait:waiting");
    }

    [Test]
    public async Task P2_A9_the_catalog_and_the_warnings_know_the_names_that_steps_wait_for()
    {
        var ada = await ProgramAsync();
        (await ada.PostAsync("/api/event-patterns", new { name = "invoicePaid" })).ShouldBe(201);
        await ada.EventAsync(Bob, "go");
        var id = await ada.LiveWorkflowAsync("go",
        [
            new { id = "one", type = "waitForEvent", eventName = "invoicePaid", timeout = "PT1H", next = "two", timedOut = "two" },
            new { id = "two", type = "waitForEvent", eventName = "GO", timeout = "PT1H" },
        ]);

        var uses = (await ada.ItemsAsync("/api/event-patterns?query=invoicePaid"))[0].GetProperty("usedBy").EnumerateArray().ToArray();
        (uses.Single().Text("automationId"), uses.Single().Text("role")).Should().Be((id, "wait"));
        var warnings = (await ada.GetAsync($"/api/automations/{id}")).Json.GetProperty("warnings").EnumerateArray().Select(one => one.Text("code"));
        warnings.Should().Equal("waitNeverReceived", "waitNeverReceived", "waitDiffersInCase");
    }

    private static async Task EditAsync(TestClient client, string id, object[] steps, string inFlight) =>
        (await client.PutAsync($"/api/automations/{id}", new { name = "Flow", trigger = new { eventName = "go" }, steps, inFlight })).ShouldBe(200);

    private static async Task<JsonElement> SendAsync(TestClient client, string eventName, object eventProperties) =>
        (await client.PostAsync("/api/events/send", new { email = Bob, eventName, eventProperties })).ShouldBe(200).Json;

    // A key outlasts the months that these tests skip, which a session does not.
    private async Task<TestClient> ProgramAsync() => await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage");
}
