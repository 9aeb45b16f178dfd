using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Automations;
using Sendra.WebApi.FunctionalTests.Workflows;

namespace Sendra.WebApi.FunctionalTests.Ingestion;

/// <summary>Events of the past, which are logged and counted and move nobody, and what every event keeps of its contact properties.</summary>
public sealed class BackfillTests(string provider) : FunctionalTest(provider)
{
    private const string Bob = "bob@example.com";

    [Test]
    public async Task E12_history_is_logged_and_counted_and_moves_nobody()
    {
        var ada = await App.RegisterAsync();
        var enrolls = await ada.LiveAutomationAsync("purchased");
        var exits = await ada.LiveAutomationAsync("signUp", "everyTime", "purchased");
        await ada.EventAsync(Bob, "signUp");

        var answer = (await ada.PostAsync("/api/events/send", History())).ShouldBe(200).Json;

        answer.Effect().Should().Be((0, 0));
        answer.GetProperty("decisions").EnumerateArray()
            .Select(decision => (decision.GetProperty("automationId").GetGuid(), decision.Text("outcome"), decision.Text("code")))
            .Should().Equal((enrolls, "notEnrolled", "history"), (exits, "notEnrolled", "history"));
        var logged = (await ada.GetAsync($"/api/events/{answer.Text("eventId")}")).ShouldBe(200).Json;
        logged.GetProperty("history").GetBoolean().Should().BeTrue();
        logged.Text("occurredAt").Should().Be("2024-02-29T12:00:00Z");
        logged.GetProperty("decisions").EnumerateArray().Should().HaveCount(2).And.OnlyContain(decision => decision.Text("code") == "history");
        var log = await ada.ItemsAsync("/api/events");
        log.Select(item => (item.Text("eventName"), item.GetProperty("history").GetBoolean())).Should().Equal(("purchased", true), ("signUp", false));
        (await ada.ItemsAsync("/api/enrollments?status=active")).Should().ContainSingle("the run of signUp goes on");
        (await ada.ItemsAsync("/api/event-patterns/undeclared")).Should().Contain(item => item.Text("name") == "purchased" && item.GetProperty("receivedCount").GetInt64() == 1);
    }

    [Test]
    public async Task E12_contact_properties_of_history_are_kept_and_not_applied_and_the_contact_is_made()
    {
        var ada = await App.RegisterAsync();

        var answer = (await ada.PostTextAsync("/api/events/send", $$"""
            {"email":"{{Bob}}","eventName":"purchased","history":true,"occurredAt":"2024-02-29T12:00:00Z","contactProperties":{"firstName" :  "Bob"} }
            """)).ShouldBe(200).Json;

        answer.GetProperty("warnings")[0].Text("code").Should().Be("history");
        var contact = (await ada.ItemsAsync("/api/contacts")).Should().ContainSingle().Subject;
        contact.GetProperty("firstName").ValueKind.Should().Be(JsonValueKind.Null);
        var logged = (await ada.GetAsync($"/api/events/{answer.Text("eventId")}")).ShouldBe(200).Json;
        logged.GetProperty("contactProperties").GetRawText().Should().Be("""{"firstName" :  "Bob"}""");
        logged.GetProperty("warnings").GetRawText().Should().Be(answer.GetProperty("warnings").GetRawText());
    }

    [Test]
    public async Task E12_history_changes_no_wait_that_depends_on_the_contact()
    {
        var ada = await App.RegisterAsync();
        (await ada.PostAsync("/api/custom-fields", new { name = "renewsAt", type = "date" })).ShouldBe(201);
        await ada.LiveWorkflowAsync("signUp", [new { id = "wait", type = "wait", until = new { field = "contact.renewsAt" } }]);
        (await ada.PostAsync("/api/events/send", new { email = Bob, eventName = "signUp", contactProperties = new { renewsAt = "2099-01-01" } })).ShouldBe(200);
        var before = (await ada.RunOfAsync(Bob)).Text("dueAt");

        (await ada.PostAsync("/api/events/send", new { email = Bob, eventName = "x", history = true, contactProperties = new { renewsAt = "2098-01-01" } })).ShouldBe(200);

        (await ada.RunOfAsync(Bob)).Text("dueAt").Should().Be(before);
    }

    [Test]
    public async Task E12_a_batch_mixes_history_with_what_happens_now()
    {
        var ada = await App.RegisterAsync();
        await ada.LiveAutomationAsync("purchased");

        var answer = (await ada.PostAsync("/api/events/batch", new { events = new object[] { History(), new { email = Bob, eventName = "purchased" }, History() } }))
            .ShouldBe(200).Json;

        answer.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("enrolled").GetInt32()).Should().Equal(0, 1, 0);
        (await ada.ItemsAsync("/api/events")).Select(item => item.GetProperty("history").GetBoolean()).Should().Equal(true, false, true);
    }

    [Test]
    public async Task E12_a_dry_run_says_the_same_and_a_repeated_key_gives_the_first_answer()
    {
        var ada = await App.RegisterAsync();
        await ada.LiveAutomationAsync("purchased");
        var dry = (await ada.PostAsync("/api/events/send", new { email = Bob, eventName = "purchased", history = true, dryRun = true })).ShouldBe(200).Json;
        dry.GetProperty("decisions")[0].Text("code").Should().Be("history");
        (await ada.ItemsAsync("/api/events")).Should().BeEmpty();

        const string Body = $$"""{"email":"{{Bob}}","eventName":"purchased","history":true}""";
        var first = (await ada.EventWithKeyAsync("k", Body)).ShouldBe(200).Json;
        var again = (await ada.EventWithKeyAsync("k", Body)).ShouldBe(200).Json;

        again.GetProperty("duplicate").GetBoolean().Should().BeTrue();
        again.Text("eventId").Should().Be(first.Text("eventId"));
        again.GetProperty("decisions").GetRawText().Should().Be(first.GetProperty("decisions").GetRawText());
        (await ada.EventWithKeyAsync("k", Body.Replace("true", "false"))).Status.Should().Be(422);
    }

    [Test]
    public async Task E12_exports_name_history()
    {
        var ada = await App.RegisterAsync();
        (await ada.PostAsync("/api/events/send", History())).ShouldBe(200);
        (await ada.EventAsync(Bob, "purchased")).Effect().Should().Be((0, 0));

        var csv = (await ada.GetAsync("/api/events/export?format=csv")).ShouldBe(200).Text.TrimEnd().Split("\r\n");
        csv[1].Should().EndWith(",false,0,,,,");
        csv[2].Should().EndWith(",true,0,,,,");
        var lines = (await ada.GetAsync("/api/events/export?format=ndjson")).ShouldBe(200).Text.TrimEnd().Split('\n');
        lines.Select(line => JsonElement.Parse(line).GetProperty("history").GetBoolean()).Should().Equal(false, true);
    }

    [TestCase("1")]
    [TestCase("\"true\"")]
    [TestCase("{}")]
    public async Task E12_history_is_true_or_false(string value)
    {
        var ada = await App.RegisterAsync();
        (await ada.PostTextAsync("/api/events/send", $$"""{"email":"{{Bob}}","eventName":"x","history":{{value}}}""")).ShouldRefuse("history");
    }

    [Test]
    public async Task E12_what_would_have_happened_leaves_history_aside()
    {
        var ada = await App.RegisterAsync();
        (await ada.PostAsync("/api/events/send", History())).ShouldBe(200);
        await ada.EventAsync(Bob, "purchased");

        var result = await ada.SimulateAsync(new { trigger = new { eventName = "purchased" } });

        result.GetProperty("enrolled").GetInt32().Should().Be(1);
    }

    [Test]
    public async Task E13_an_event_keeps_its_contact_properties_and_warnings_in_log_and_export_until_it_is_erased()
    {
        var ada = await App.RegisterAsync();
        var answer = (await ada.PostTextAsync("/api/events/send", $$"""
            {"email":"{{Bob}}","eventName":"signUp","contactProperties":{"plan": 1.10, "firstName":7,"lastName" : "\u0042ob"} }
            """)).ShouldBe(200).Json;
        var plain = await ada.EventAsync(Bob, "signUp");

        var logged = (await ada.GetAsync($"/api/events/{answer.Text("eventId")}")).ShouldBe(200).Json;

        logged.GetProperty("contactProperties").GetRawText().Should().Be("""{"plan": 1.10, "firstName":7,"lastName" : "\u0042ob"}""");
        logged.GetProperty("warnings").EnumerateArray().Select(warning => (warning.Text("field"), warning.Text("code")))
            .Should().Equal(("contactProperties.plan", "undeclared"), ("contactProperties.firstName", "invalidValue"));
        var other = (await ada.GetAsync($"/api/events/{plain.Text("eventId")}")).ShouldBe(200).Json;
        other.GetProperty("contactProperties").ValueKind.Should().Be(JsonValueKind.Null);
        other.GetProperty("warnings").GetArrayLength().Should().Be(0);
        var contact = logged.Text("contactId");
        (await ada.GetAsync($"/api/contacts/{contact}/export")).ShouldBe(200).Text.Should().Contain("undeclared").And.Contain("1.10");

        (await ada.DeleteAsync($"/api/contacts/{contact}")).Status.Should().BeOneOf(200, 202, 204);
        (await ada.GetAsync($"/api/events/{answer.Text("eventId")}")).Status.Should().Be(404);
    }

    private static object History() => new { email = Bob, eventName = "purchased", occurredAt = "2024-02-29T12:00:00Z", history = true };
}
