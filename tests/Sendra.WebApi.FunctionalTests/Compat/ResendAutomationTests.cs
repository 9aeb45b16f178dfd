using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Workflows;

namespace Sendra.WebApi.FunctionalTests.Compat;

/// <summary>What Resend's own client does with automations and their runs.</summary>
internal sealed class ResendAutomationTests(string provider) : FunctionalTest(provider)
{
    private const string Ada = "ada@example.com";
    private const string Bob = "bob@example.com";

    [Test]
    public async Task An_automation_with_all_step_types_comes_back_equal_and_runs()
    {
        var (owner, program, template) = await WorkspaceAsync();
        (await owner.PostAsync("/api/custom-fields", new { name = "stage", type = "text" })).ShouldBe(201);
        var id = await CreateAsync(program, Everything(template));

        var made = (await CallAsync(program, ("automations.get", [id])))[0].GetProperty("data");

        made.ShouldHave(("object", "automation"), ("id", id), ("name", "Trial"), ("status", "enabled"));
        Same(made.GetProperty("steps"), new object[]
        {
            new { key = "check plan!", type = "condition", config = new { type = "and", rules = (object[])[new { type = "rule", field = "event.plan", @operator = "eq", value = "pro" }, new { type = "rule", field = "event.seats", @operator = "gte", value = 2 }] } },
            new { key = "start", type = "trigger", config = new { event_name = "trial.started" } },
            new { key = "pause", type = "delay", config = new { duration = "3 days" } },
            new { key = "welcome", type = "send_email", config = new { template = new { id = template, variables = new { PLAN = new { var = "event.plan" } } }, subject = "Hello", from = "Acme <hello@example.com>", reply_to = "help@example.com" } },
            new { key = "paid", type = "wait_for_event", config = new { event_name = "paid", timeout = "1 week", filter_rule = new { type = "rule", field = "event.amount", @operator = "gt", value = 10 } } },
            new { key = "mark", type = "contact_update", config = new { first_name = new { var = "event.name" }, properties = new { stage = "{{ won }}" } } },
            new { key = "lost", type = "contact_update", config = new { properties = new { stage = "lost" } } },
        });
        Same(made.GetProperty("connections"), new object[]
        {
            new { from = "start", to = "pause", type = "default" },
            new { from = "pause", to = "check plan!", type = "default" },
            new { from = "check plan!", to = "welcome", type = "condition_met" },
            new { from = "check plan!", to = "lost", type = "condition_not_met" },
            new { from = "welcome", to = "paid", type = "default" },
            new { from = "paid", to = "mark", type = "event_received" },
            new { from = "paid", to = "lost", type = "timeout" },
        });

        await CallAsync(program,
            ("events.send", [new { @event = "trial.started", email = Ada, payload = new { plan = "pro", seats = 3, name = "Ada" } }]),
            ("events.send", [new { @event = "trial.started", email = Bob, payload = new { plan = "free", seats = 1, name = "Bob" } }]));
        (await owner.RunOfAsync(Ada)).Visits().Should().Equal("pause:waiting");
        App.Clock.Advance(TimeSpan.FromDays(3));
        await owner.UntilAsync(Ada, run => run.IsAt("paid"));
        await owner.UntilAsync(Bob, run => run.Status() == "completed");
        await CallAsync(program, ("events.send", [new { @event = "paid", email = Ada, payload = new { amount = 5 } }]));
        var waiting = (await CallAsync(program, ("automations.runs.list", [new { automationId = id, status = "running" }])))[0].GetProperty("data");
        waiting.GetProperty("data").GetArrayLength().Should().Be(1);
        var run = waiting.GetProperty("data")[0].GetProperty("id").GetString();
        var steps = (await CallAsync(program, ("automations.runs.get", [new { automationId = id, runId = run }])))[0].GetProperty("data");
        steps.ShouldHave(("object", "automation_run"), ("id", run), ("status", "running"), ("completed_at", null));
        steps.GetProperty("steps").EnumerateArray().Select(step => $"{step.GetProperty("key")}:{step.GetProperty("type")}:{step.GetProperty("status")}")
            .Should().Equal("start:trigger:completed", "pause:delay:completed", "check plan!:condition:completed", "welcome:send_email:completed", "paid:wait_for_event:waiting");
        await CallAsync(program, ("events.send", [new { @event = "paid", email = Ada, payload = new { amount = 50 } }]));
        await owner.UntilAsync(Ada, one => one.Status() == "completed");
        var ada = await owner.ContactAsync(Ada);
        ada.ShouldHave(("firstName", "Ada"));
        ada.GetProperty("customFields").ShouldHave(("stage", "{{ won }}"));
        (await owner.ContactAsync(Bob)).GetProperty("customFields").ShouldHave(("stage", "lost"));
        var mail = (await owner.GetAsync("/api/messages")).ShouldBe(200).Json.GetProperty("items").EnumerateArray().Single();
        mail.ShouldHave(("email", Ada), ("stepId", "welcome"), ("templateId", template), ("status", "captured"));
    }

    [Test]
    public async Task Its_client_lists_changes_copies_stops_and_removes_them()
    {
        var (owner, program, template) = await WorkspaceAsync();
        var id = await CreateAsync(program, Everything(template));
        var other = await CreateAsync(program, new { name = "Other", steps = (object[])[ClientTrigger("other"), Delay("pause", "1 hour")], connections = (object[])[new { from = "start", to = "pause" }] });
        await CallAsync(program, ("events.send", [new { @event = "trial.started", email = Ada, payload = new { plan = "pro" } }]));

        var results = await CallAsync(program,
            ("automations.list", [new { limit = 1 }]),
            ("automations.list", [new { status = "enabled" }]),
            ("automations.list", [new { status = "disabled", after = other }]),
            ("automations.update", [other, new { name = "Renamed", status = "enabled" }]),
            ("automations.update", [other, new { steps = (object[])[ClientTrigger("another"), Delay("pause", "2 hours")] }]),
            ("automations.get", [other]),
            ("automations.update", [other, new { status = "disabled" }]),
            ("automations.duplicate", [id]),
            ("automations.stop", [id]),
            ("automations.get", [id]),
            ("automations.remove", [other]),
            ("automations.get", [other]),
            ("automations.list", []));

        results[0].GetProperty("data").ShouldHave(("object", "list"), ("has_more", true));
        results[0].GetProperty("data").GetProperty("data")[0].ShouldHave(("id", other), ("name", "Other"), ("status", "disabled"));
        results[1].GetProperty("data").GetProperty("data").EnumerateArray().Single().ShouldHave(("id", id));
        results[2].GetProperty("data").GetProperty("data").GetArrayLength().Should().Be(0);
        results[3].GetProperty("data").ShouldHave(("object", "automation"), ("id", other));
        results[5].GetProperty("data").ShouldHave(("name", "Renamed"), ("status", "enabled"));
        Same(results[5].GetProperty("data").GetProperty("steps"), new object[] { new { key = "start", type = "trigger", config = new { event_name = "another" } }, Delay("pause", "2 hours") });
        var copy = results[7].GetProperty("data").GetProperty("id").GetString()!;
        results[8].GetProperty("data").ShouldHave(("object", "automation"), ("id", id), ("status", "disabled"));
        results[9].GetProperty("data").ShouldHave(("status", "disabled"));
        results[10].GetProperty("data").ShouldHave(("object", "automation"), ("id", other), ("deleted", true));
        results[11].GetProperty("error").ShouldHave(("name", "not_found"), ("statusCode", 404));
        results[12].GetProperty("data").GetProperty("data").EnumerateArray().Select(one => one.GetProperty("id").GetString()).Should().Equal(copy, id);
        var copied = (await CallAsync(program, ("automations.get", [copy])))[0].GetProperty("data");
        copied.ShouldHave(("status", "disabled"));
        copied.GetProperty("steps").GetRawText().Should().Be(results[9].GetProperty("data").GetProperty("steps").GetRawText());

        var ended = await owner.UntilAsync(Ada, run => run.Status() == "exited");
        ended.GetProperty("endedBecause").ShouldHave(("code", "byHand"));
        await CallAsync(program, ("automations.update", [id, new { status = "enabled" }]), ("events.send", [new { @event = "trial.started", email = Bob }]));
        (await owner.RunOfAsync(Bob)).Status().Should().Be("active", "who enrolls after a stop stays");
    }

    [Test]
    public async Task Runs_are_listed_by_status_and_cancelled()
    {
        var (owner, program, template) = await WorkspaceAsync();
        var id = await CreateAsync(program, Everything(template));
        var elsewhere = await CreateAsync(program, Everything(template));
        await CallAsync(program, ("automations.update", [elsewhere, new { status = "disabled" }]));
        await CallAsync(program, [.. Enumerable.Range(0, 3).Select(number => ("events.send", (object[])[new { @event = "trial.started", email = $"{number}@example.com" }]))]);
        var runs = (await CallAsync(program, ("automations.runs.list", [new { automationId = id }])))[0].GetProperty("data").GetProperty("data").EnumerateArray().Select(run => run.GetProperty("id").GetString()!).ToArray();

        var results = await CallAsync(program,
            ("post", [$"/automations/{id}/runs/{runs[0]}/cancel"]),
            ("post", [$"/automations/{id}/runs/{runs[0]}/cancel"]),
            ("post", [$"/automations/{elsewhere}/runs/{runs[1]}/cancel"]),
            ("automations.runs.list", [new { automationId = id, status = "cancelled" }]),
            ("automations.runs.list", [new { automationId = id, status = (string[])["running", "cancelled"], limit = 2 }]),
            ("automations.runs.list", [new { automationId = id, status = (string[])["completed", "failed"] }]),
            ("automations.runs.list", [new { automationId = id, status = "skipped" }]),
            ("automations.runs.list", [new { automationId = id, status = "odd" }]),
            ("automations.runs.list", [new { automationId = id, after = runs[1] }]),
            ("automations.runs.get", [new { automationId = elsewhere, runId = runs[0] }]));

        results[0].GetProperty("data").ShouldHave(("object", "automation_run"), ("id", runs[0]), ("status", "cancelled"));
        results[1].GetProperty("error").ShouldHave(("name", "validation_error"), ("statusCode", 422));
        results[2].GetProperty("error").ShouldHave(("name", "not_found"), ("statusCode", 404));
        Ids(results[3]).Should().Equal(runs[0]);
        Ids(results[4]).Should().Equal(runs[0], runs[1]);
        results[4].GetProperty("data").ShouldHave(("has_more", true));
        Ids(results[5]).Should().BeEmpty();
        Ids(results[6]).Should().BeEmpty();
        results[7].GetProperty("error").ShouldHave(("name", "validation_error"), ("statusCode", 422));
        Ids(results[8]).Should().Equal(runs[2]);
        results[9].GetProperty("error").ShouldHave(("name", "not_found"));
        (await owner.GetAsync($"/api/enrollments/{runs[0]}")).ShouldBe(200).Json.GetProperty("endedBecause").ShouldHave(("code", "byHand"));
    }

    [Test]
    public async Task What_cannot_run_is_refused_and_the_step_is_named()
    {
        var (owner, program, template) = await WorkspaceAsync();
        object Flow(object[] steps, params (string From, string To, string? Type)[] ways) => new { name = "Wrong", steps, connections = ways.Select(way => new { from = way.From, to = way.To, type = way.Type }) };
        (object Body, string Says)[] wrong =
        [
            (Flow([Delay("a", "1 day")]), "type trigger"),
            (Flow([Trigger("e"), Trigger("f", "again"), Delay("a", "1 day")], ("start", "a", null)), "Step again: an automation can have only one trigger."),
            (Flow([Trigger("e")]), "Step start: the trigger leads to no step."),
            (Flow([Trigger("e"), Delay("a", "soon")], ("start", "a", null)), "Step a: config.duration must be a duration"),
            (Flow([Trigger("e"), Delay("a", "500 days")], ("start", "a", null)), "Step a: config.duration must be at most 400 days"),
            (Flow([Trigger("e"), Delay("a", "1 day"), Delay("a", "1 day")], ("start", "a", null)), "Step a: key is already the key of an earlier step."),
            (Flow([Trigger("e"), new { key = "a", type = "add_to_segment", config = new { segment_id = "x" } }], ("start", "a", null)), "Step a: type must be"),
            (Flow([Trigger("e"), Delay("a", "1 day"), Delay("b", "1 day")], ("start", "a", null)), "Step b: it can't be reached from the first step, a."),
            (Flow([Trigger("e"), Delay("a", "1 day"), Delay("b", "1 day")], ("start", "a", null), ("a", "b", null), ("b", "a", null)), "Step b: connections leads back to a"),
            (Flow([Trigger("e"), Delay("a", "1 day"), Delay("b", "1 day")], ("start", "a", null), ("start", "b", null)), "Step start: two connections of the type default"),
            (Flow([Trigger("e"), Delay("a", "1 day")], ("start", "a", "condition_met")), "Step start: a connection from a trigger must be of the type default"),
            (Flow([Trigger("e"), Delay("a", "1 day")], ("start", "a", "sideways")), "and this is sideways"),
            (Flow([Trigger("e"), Delay("a", "1 day")], ("start", "z", null)), "Step start: a connection leads to z, which isn't a step."),
            (Flow([Trigger("e"), Delay("a", "1 day")], ("start", "a", null), ("a", "start", null)), "the trigger, where runs only begin"),
            (Flow([Trigger("e"), Rule(new { type = "rule", field = "plan", @operator = "eq", value = 1 })], ("start", "if", null)), "Step if: config.field must be a field that begins with event. or contact."),
            (Flow([Trigger("e"), Rule(new { type = "rule", field = "event.plan", @operator = "like", value = 1 })], ("start", "if", null)), "Step if: config.operator must be eq"),
            (Flow([Trigger("e"), Rule(new { type = "rule", field = "event.plan", @operator = "gt", value = "1" })], ("start", "if", null)), "Step if: config.value must be a number"),
            (Flow([Trigger("e"), Rule(new { type = "xor", rules = Array.Empty<object>() })], ("start", "if", null)), "Step if: config.type must be rule, and or or"),
            (Flow([Trigger("e"), Rule(new { type = "or", rules = Array.Empty<object>() })], ("start", "if", null)), "Step if: config.rules must be a list"),
            (Flow([Trigger("e"), new { key = "mail one", type = "send_email", config = new { template = new { id = Guid.NewGuid() } } }], ("start", "mail one", null)), "Step mail one: config.template.id"),
            (Flow([Trigger("e"), new { key = "mail", type = "send_email", config = new { template = new { id = template }, from = "nobody" } }], ("start", "mail", null)), "Step mail: config.from must be an address"),
            (Flow([Trigger("e"), new { key = "up", type = "contact_update", config = new { unsubscribed = true } }], ("start", "up", null)), "Step up: config.unsubscribed can't be set by a step"),
            (Flow([Trigger(" e"), Delay("a", "1 day")], ("start", "a", null)), "Step start: config.event_name must not begin or end with white space"),
        ];

        foreach (var (body, says) in wrong)
        {
            var answer = (await program.PostAsync("/compat/resend/automations", body)).ShouldBe(422).Json;
            answer.ShouldHave(("name", "validation_error"), ("statusCode", 422));
            answer.GetProperty("message").GetString().Should().Contain(says);
        }

        foreach (var text in (string[])["""{"name":"x","steps":7}""", """{"name":"x","steps":[7]}""", """{"name":"x","steps":[null]}""", """{"name":"x","steps":[{}],"connections":[null]}""", """{"name":"x","status":"on","steps":[]}""", "{}"])
        {
            (await program.PostTextAsync("/compat/resend/automations", text)).ShouldBe(422);
        }

        (await owner.GetAsync("/api/automations")).ShouldBe(200).Json.GetProperty("items").GetArrayLength().Should().Be(0);
    }

    [Test]
    public async Task Ways_may_meet_again_and_what_has_no_use_is_named()
    {
        var (owner, program, template) = await WorkspaceAsync();
        object[] steps =
        [
            Trigger("e"),
            Rule(new { type = "rule", field = "contact.first_name", @operator = "is_empty" }),
            Delay("a", "1 day, 2 hours and 5 min"),
            new { key = "wait", type = "wait_for_event", config = new { event_name = "done" } },
            new { key = "mail", type = "send_email", config = new { template = new { id = template, variables = new { A = 1 } }, reply_to = "a@example.com", topic_id = "t" } },
        ];
        object[] connections = [new { from = "start", to = "if" }, new { from = "if", to = "a", type = "condition_met" }, new { from = "if", to = "wait", type = "condition_not_met" }, new { from = "a", to = "mail" }, new { from = "wait", to = "mail" }];

        var made = (await program.PostAsync("/compat/resend/automations", new { name = "Joined", steps, connections, color = "red" })).ShouldBe(201);

        made.Warnings().Should().Be("color=notUsed, steps.mail.template.variables=notUsed, steps.mail.reply_to=notUsed, steps.mail.topic_id=notUsed");
        var automation = (await owner.GetAsync($"/api/automations/{made.Json.GetProperty("id").GetString()}")).ShouldBe(200).Json;
        automation.ShouldHave(("status", "draft"));
        Same(automation.GetProperty("steps"), new object[]
        {
            new { id = "if", type = "branch", paths = (object[])[new { name = "met", when = new { any = (object[])[new { field = "contact.firstName", op = "notExists" }, new { field = "contact.firstName", op = "equals", value = "" }] }, next = "a" }], otherwise = "wait" },
            new { id = "a", type = "wait", @for = "P1DT7500S", next = "mail" },
            new { id = "wait", type = "waitForEvent", eventName = "done", timeout = "P400D", next = "mail", timedOut = "mail" },
            new { id = "mail", type = "sendEmail", templateId = template, kind = "marketing" },
        });
    }

    [Test]
    public async Task Automations_made_here_are_shown_in_its_words()
    {
        var (owner, program, template) = await WorkspaceAsync();
        var id = await owner.LiveWorkflowAsync("e",
        [
            new { id = "wait", type = "wait", @for = "P1DT2H", next = "if" },
            new { id = "if", type = "branch", paths = (object[])[new { name = "yes", when = new { not = new { field = "trigger.plan", op = "equals", value = "pro" } }, next = "mail" }], otherwise = "call" },
            new { id = "mail", type = "sendEmail", templateId = template, kind = "marketing" },
            new { id = "call", type = "callUrl", method = "GET", url = "https://example.com/" },
        ]);

        var shown = (await CallAsync(program, ("automations.get", [id])))[0].GetProperty("data");

        Same(shown.GetProperty("steps"), new object[]
        {
            new { key = "trigger", type = "trigger", config = new { event_name = "e" } },
            new { key = "wait", type = "delay", config = new { duration = "1 day 2 hours" } },
            new { key = "if", type = "condition", config = new { type = "rule", field = "event.plan", @operator = "neq", value = "pro" } },
            new { key = "mail", type = "send_email", config = new { template = new { id = template } } },
            new { key = "call", type = "callUrl", config = new { method = "GET", url = "https://example.com/" } },
        });
        shown.GetProperty("connections").EnumerateArray().Select(way => $"{way.GetProperty("from")}-{way.GetProperty("type")}-{way.GetProperty("to")}")
            .Should().Equal("trigger-default-wait", "wait-default-if", "if-condition_met-mail", "if-condition_not_met-call");
    }

    [Test]
    public async Task Steps_that_change_here_are_no_longer_what_its_client_wrote()
    {
        var (owner, program, template) = await WorkspaceAsync();
        var id = await CreateAsync(program, Everything(template));
        object Edited(params object[]? steps) => new { name = "Mine", trigger = new { eventName = "renamed" }, frequency = "everyTime", steps };
        (await owner.PutAsync($"/api/automations/{id}", Edited(null))).ShouldBe(200);

        var renamed = (await CallAsync(program, ("automations.get", [id])))[0].GetProperty("data");
        (await owner.PutAsync($"/api/automations/{id}", Edited(new { id = "only", type = "wait", @for = "P1D" }))).ShouldBe(200);
        var changed = (await CallAsync(program, ("automations.get", [id])))[0].GetProperty("data");

        renamed.ShouldHave(("name", "Mine"));
        renamed.GetProperty("steps").GetArrayLength().Should().Be(7);
        renamed.GetProperty("steps")[1].ShouldHave(("key", "start"), ("config", new { event_name = "renamed" }));
        changed.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("key").GetString()).Should().Equal("trigger", "only");
    }

    private static object Everything(string template) => new
    {
        name = "Trial",
        status = "enabled",
        steps = (object[])
        [
            new { key = "check plan!", type = "condition", config = new { type = "and", rules = (object[])[new { type = "rule", field = "event.plan", @operator = "eq", value = "pro" }, new { type = "rule", field = "event.seats", @operator = "gte", value = 2 }] } },
            new { key = "start", type = "trigger", config = new { eventName = "trial.started" } },
            new { key = "pause", type = "delay", config = new { duration = "3 days" } },
            new { key = "welcome", type = "send_email", config = new { template = new { id = template, variables = new { PLAN = new { var = "event.plan" } } }, subject = "Hello", from = "Acme <hello@example.com>", replyTo = "help@example.com" } },
            new { key = "paid", type = "wait_for_event", config = new { eventName = "paid", timeout = "1 week", filterRule = new { type = "rule", field = "event.amount", @operator = "gt", value = 10 } } },
            new { key = "mark", type = "contact_update", config = new { firstName = new { var = "event.name" }, properties = new { stage = "{{ won }}" } } },
            new { key = "lost", type = "contact_update", config = new { properties = new { stage = "lost" } } },
        ],
        connections = (object[])
        [
            new { from = "start", to = "pause" },
            new { from = "pause", to = "check plan!" },
            new { from = "check plan!", to = "welcome", type = "condition_met" },
            new { from = "check plan!", to = "lost", type = "condition_not_met" },
            new { from = "welcome", to = "paid", type = "default" },
            new { from = "paid", to = "mark", type = "event_received" },
            new { from = "paid", to = "lost", type = "timeout" },
        ],
    };

    // As the API takes it.
    private static object Trigger(string eventName, string key = "start") => new { key, type = "trigger", config = new { event_name = eventName } };

    // As the client takes it.
    private static object ClientTrigger(string eventName) => new { key = "start", type = "trigger", config = new { eventName } };

    private static object Delay(string key, string duration) => new { key, type = "delay", config = new { duration } };

    private static object Rule(object config) => new { key = "if", type = "condition", config };

    private static string?[] Ids(JsonElement result) => [.. result.GetProperty("data").GetProperty("data").EnumerateArray().Select(run => run.GetProperty("id").GetString())];

    private static void Same(JsonElement json, object expected) => JsonElement.DeepEquals(json, JsonSerializer.SerializeToElement(expected)).Should().BeTrue("it is {0}", json);

    private async Task<(TestClient Owner, TestClient Program, string Template)> WorkspaceAsync()
    {
        var owner = await App.RegisterAsync();
        var template = (await owner.PostAsync("/api/templates", new { name = "Welcome", subject = "Welcome", format = "html", source = "<p>Welcome</p>" })).ShouldBe(201).Json.GetProperty("id").GetString()!;
        return (owner, await App.ProgramAsync(owner, "events:send", "manage"), template);
    }

    private async Task<string> CreateAsync(TestClient program, object automation)
    {
        var made = (await CallAsync(program, ("automations.create", [automation])))[0];
        made.GetProperty("error").ValueKind.Should().Be(JsonValueKind.Null, "{0}", made);
        return made.GetProperty("data").GetProperty("id").GetString()!;
    }

    private async Task<JsonElement[]> CallAsync(TestClient program, params (string Name, object[] Arguments)[] calls) =>
        [.. (await Clients.RunAsync("resend", App.Node.Address, program.ApiKey!, calls)).Select(result => result.Value())];
}
