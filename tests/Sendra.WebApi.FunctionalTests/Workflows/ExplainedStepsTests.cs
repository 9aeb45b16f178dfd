using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Automations;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Workflows;

/// <summary>What steps would do, told before they do it: by dry runs, by what would have happened, and by tests of what a schema rejects.</summary>
public sealed class ExplainedStepsTests(string provider) : FunctionalTest(provider)
{
    private static readonly object[] Steps =
    [
        new { id = "set", type = "updateContact", set = new { firstName = "{{ event.name }}" }, next = "named" },
        new
        {
            id = "named",
            type = "branch",
            name = "Is it Bob?",
            paths = new[] { new { name = "yes", when = new { field = "contact.firstName", op = "equals", value = "Bob" }, next = "send" } },
            otherwise = "day",
        },
        new { id = "send", type = "sendEvent", eventName = "ready", properties = new { who = new { field = "contact.firstName" } }, next = "day" },
        new { id = "day", type = "wait", @for = "P1D", next = "paid" },
        new { id = "paid", type = "waitForEvent", eventName = "paid", timeout = "P7D" },
    ];

    [Test]
    public async Task F11_a_dry_run_walks_the_steps_to_where_the_run_would_first_rest()
    {
        var ada = await App.RegisterAsync();
        await ada.LiveWorkflowAsync("signUp", Steps);

        var bob = await DryRunAsync("Bob");
        var eve = await DryRunAsync("Eve");

        Visits(bob).Should().Equal("set:done", "named:done:yes", "send:waiting");
        Visits(eve).Should().Equal("set:done", "named:done:otherwise", "day:waiting");
        bob[1].GetProperty("name").GetString().Should().Be("Is it Bob?");
        foreach (var table in (string[])["received_events", "enrollments", "visits", "outbox", "contacts"])
        {
            (await App.Database.CountAsync(table)).Should().Be(0, table);
        }

        await ada.PostAsync("/api/events/send", new { email = "bob@example.com", eventName = "signUp", eventProperties = new { name = "Bob" } });
        var real = await ada.UntilAsync("bob@example.com", run => run.IsAt("day"));
        real.Visits().Should().StartWith(["set:done", "named:done:yes"]);

        async Task<JsonElement[]> DryRunAsync(string name)
        {
            var answer = (await ada.PostAsync("/api/events/send", new { email = "bob@example.com", eventName = "signUp", eventProperties = new { name }, dryRun = true })).ShouldBe(200).Json;
            return [.. answer.GetProperty("decisions")[0].GetProperty("journey").EnumerateArray()];
        }
    }

    [Test]
    public async Task F11_what_would_have_happened_walks_the_first_contacts_through_the_steps_of_today()
    {
        var ada = await App.RegisterAsync();
        foreach (var name in (string[])["Bob", "Eve", "Bob", "Zoe"])
        {
            await ada.PostAsync("/api/events/send", new { email = $"{name}@example.com", eventName = "signUp", eventProperties = new { name } });
        }

        var result = await ada.SimulateAsync(new { trigger = new { eventName = "signUp" }, steps = Steps });

        result.GetProperty("enrolled").GetInt32().Should().Be(4);
        result.GetProperty("walkedContacts").GetInt32().Should().Be(3, "each contact is walked once, from its first enrollment");
        result.GetProperty("steps").EnumerateArray()
            .Select(step => $"{step.Text("stepId")} {step.GetProperty("passed")} {step.GetProperty("failed")} {step.GetProperty("waiting")} {step.GetProperty("byPath").GetRawText()}")
            .Should().Equal(
                "set 3 0 0 {}",
                """named 3 0 0 {"yes":1,"otherwise":2}""",
                "send 1 0 0 {}",
                "day 3 0 0 {}",
                """paid 0 0 3 {"received":0,"timedOut":0}""");
        (await App.Database.CountAsync("enrollments")).Should().Be(0);
        (await App.Database.CountAsync("received_events")).Should().Be(4);
        (await ada.GetAsync("/api/contacts?email=bob@example.com")).Json.GetProperty("items")[0].GetProperty("firstName").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Test]
    public async Task F11_what_would_have_happened_takes_the_steps_of_the_automation_and_says_what_is_wrong_with_others()
    {
        var ada = await App.RegisterAsync();
        var id = await ada.LiveWorkflowAsync("signUp", [new { id = "day", type = "wait", @for = "P1D" }]);
        await ada.EventAsync("bob@example.com", "signUp");

        var saved = await ada.SimulateAsync(new { automationId = id });
        saved.GetProperty("steps")[0].Text("stepId").Should().Be("day");
        saved.GetProperty("steps")[0].GetProperty("passed").GetInt32().Should().Be(1);

        (await ada.PostAsync("/api/automations/simulate", new { automationId = id, steps = new[] { new { id = "x", type = "teleport" } } })).ShouldRefuse("steps[0].type");
    }

    [Test]
    public async Task F11_a_test_shows_the_event_that_a_step_would_send()
    {
        var ada = await App.RegisterAsync();
        var definition = new { name = "Flow", trigger = new { eventName = "signUp" }, steps = Steps };

        var test = (await ada.PostAsync("/api/automations/test", new
        {
            definition,
            contact = new { email = "bob@example.com" },
            @event = new { eventName = "signUp", properties = new { name = "Bob" } },
        })).ShouldBe(200).Json;

        test.Visits().Should().Equal("set:done", "named:done:yes", "send:done", "day:done", "paid:done:timedOut");
        test.GetProperty("journey")[2].GetProperty("rendered").GetRawText().Should().Contain("\"eventName\":\"ready\"").And.Contain("\"properties\":{\"who\":\"Bob\"}");
        (await App.Database.CountAsync("received_events")).Should().Be(0);
    }

    [Test]
    public async Task F11_what_its_schema_rejects_is_told_by_a_test_and_by_a_preview_as_the_real_event_would_be()
    {
        var ada = await App.RegisterAsync();
        var pattern = (await ada.PostAsync("/api/event-patterns", new { name = "signUp" })).ShouldBe(201).Json.Text("id");
        (await ada.PatchAsync($"/api/event-patterns/{pattern}", new { properties = new[] { new { name = "plan", type = "text", required = true } }, enforcement = "reject" })).ShouldBe(200);
        var definition = new { name = "Flow", trigger = new { eventName = "signUp" }, steps = Steps };

        var test = (await ada.PostAsync("/api/automations/test", new { definition, contact = new { email = "bob@example.com" }, @event = new { eventName = "signUp" } })).ShouldBe(200).Json;
        var preview = (await ada.PostAsync("/api/event-sources/preview", new
        {
            payload = new { email = "bob@example.com" },
            mapping = new { emailPath = "email", eventName = new { @fixed = "signUp" } },
        })).ShouldBe(200).Json;

        (test.GetProperty("decision").Text("outcome"), test.GetProperty("decision").Text("code")).Should().Be(("notEnrolled", "schemaViolated"));
        test.GetProperty("decision").Text("reason").Should().Contain("plan");
        test.GetProperty("journey").GetArrayLength().Should().Be(0);
        preview.GetProperty("mapped").ValueKind.Should().Be(JsonValueKind.Null);
        preview.Text("reason").Should().Contain("plan");
    }

    private static string[] Visits(JsonElement[] journey) =>
        [.. journey.Select(visit => string.Join(':', new[] { visit.Text("stepId"), visit.Text("outcome"), visit.GetProperty("path").GetString() }.OfType<string>()))];
}
