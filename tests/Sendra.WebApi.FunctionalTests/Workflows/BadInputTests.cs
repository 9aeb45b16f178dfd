using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Workflows;

/// <summary>What people and programs get wrong: it is refused by name, or the run goes on and says why. Nothing waits for no reason.</summary>
public sealed class BadInputTests(string provider) : FunctionalTest(provider)
{
    private static readonly object[] Wait = [new { id = "wait", type = "wait", @for = "P10D" }];

    [TestCase("""[{"id":"a","type":"wait","for":"P1D","next":"b"}]""", "steps[0].next", TestName = "F8_refuses(a step that is not there)")]
    [TestCase("""[{"id":"a","type":"wait","for":"P1D"},{"id":"b","type":"wait","for":"P1D"}]""", "steps[1]", TestName = "F8_refuses(a step that nothing reaches)")]
    [TestCase("""[{"id":"a","type":"wait","for":"P1D","next":"b"},{"id":"b","type":"wait","for":"P1D","next":"a"}]""", "steps[1].next", TestName = "F8_refuses(a loop)")]
    [TestCase("""[{"id":"a","type":"wait","for":"P1D","next":"a"}]""", "steps[0].next", TestName = "F8_refuses(a step that leads to itself)")]
    [TestCase("""[{"id":"a","type":"wait","for":"P1D"},{"id":"a","type":"wait","for":"P1D"}]""", "steps[1].id", TestName = "F8_refuses(an id twice)")]
    [TestCase("""[{"id":"a","type":"split","paths":[{"name":"A","weight":0},{"name":"B","weight":0}]}]""", "steps[0].paths", TestName = "F8_refuses(weights that are all 0)")]
    [TestCase("""[{"id":"a","type":"split","paths":[{"name":"A","weight":-1},{"name":"B","weight":2}]}]""", "steps[0].paths[0].weight", TestName = "F8_refuses(a weight below 0)")]
    [TestCase("""[{"id":"a","type":"split","paths":[{"name":"A","weight":1},{"name":"A","weight":2}]}]""", "steps[0].paths[1].name", TestName = "F8_refuses(a path's name twice)")]
    [TestCase("""[{"id":"a","type":"branch","paths":[]}]""", "steps[0].paths", TestName = "F8_refuses(no paths)")]
    [TestCase("""[{"id":"a","type":"branch","paths":[{"name":"A","when":{"field":"plan","op":"equals","value":1}}]}]""", "steps[0].paths[0].when.field", TestName = "F8_refuses(a condition's unknown field)")]
    [TestCase("""[{"id":"a","type":"branch","paths":[{"name":"A","when":{"field":"event.plan","op":"is","value":1}}]}]""", "steps[0].paths[0].when.op", TestName = "F8_refuses(a condition's unknown operator)")]
    [TestCase("""[{"id":"a","type":"branch","paths":[{"name":"A","when":7}]}]""", "steps[0].paths[0].when", TestName = "F8_refuses(a condition that is none)")]
    [TestCase("""[{"id":"a","type":"updateContact","set":{"firstName":"{{ contact.firstName"}}]""", "steps[0].set.firstName", TestName = "F8_refuses(Liquid that does not parse)")]
    [TestCase("""[{"id":"a","type":"updateContact","set":{"firstName":"{% for i in (1..9) %}x"}}]""", "steps[0].set.firstName", TestName = "F8_refuses(Liquid that does not end)")]
    [TestCase("""[{"id":"a","type":"wait","for":"P1D","window":{"days":["mon"],"from":"09:00","to":"17:00","timeZone":"Mars/Olympus"}}]""", "steps[0].window.timeZone", TestName = "F8_refuses(a zone that is not there)")]
    [TestCase("""[{"id":"a","type":"wait","for":"P1D","window":{"days":["mo"],"from":"09:00","to":"17:00","timeZone":"workspace"}}]""", "steps[0].window.days", TestName = "F8_refuses(a day that is none)")]
    [TestCase("""[{"id":"a","type":"wait","for":"P401D"}]""", "steps[0].for", TestName = "F8_refuses(a wait of 401 days)")]
    [TestCase("""[{"id":"a","type":"wait","for":"-P1D"}]""", "steps[0].for", TestName = "F8_refuses(a wait before it begins)")]
    [TestCase("""[{"id":"a","type":"wait","for":"soon"}]""", "steps[0].for", TestName = "F8_refuses(a duration that is none)")]
    [TestCase("""[{"id":"a","type":"wait"}]""", "steps[0].for", TestName = "F8_refuses(a wait for nothing)")]
    [TestCase("""[{"id":"a","type":"wait","for":"P1D","until":{"field":"contact.x"}}]""", "steps[0].until", TestName = "F8_refuses(a wait for two things)")]
    [TestCase("""[{"id":"a","type":"waitForEvent","timeout":"P1D"}]""", "steps[0].eventName", TestName = "F8_refuses(a wait for an event without a name)")]
    [TestCase("""[{"id":"a","type":"waitForEvent","eventName":" x","timeout":"P1D"}]""", "steps[0].eventName", TestName = "F8_refuses(a wait for an event whose name is none)")]
    [TestCase("""[{"id":"a","type":"waitForEvent","eventName":"x"}]""", "steps[0].timeout", TestName = "F8_refuses(a wait for an event for ever)")]
    [TestCase("""[{"id":"a","type":"waitForEvent","eventName":"x","timeout":"P401D"}]""", "steps[0].timeout", TestName = "F8_refuses(a wait for an event of 401 days)")]
    [TestCase("""[{"id":"a","type":"waitForEvent","eventName":"x","timeout":"P1D","where":{"field":"x","op":"exists"}}]""", "steps[0].where.field", TestName = "F8_refuses(a wait whose condition is none)")]
    [TestCase("""[{"id":"a","type":"waitForEvent","eventName":"x","timeout":"P1D","timedOut":"b"}]""", "steps[0].timedOut", TestName = "F8_refuses(a timeout that leads nowhere)")]
    [TestCase("""[{"id":"a","type":"waitForEvent","eventName":"x","timeout":"P1D","timedOut":"a"}]""", "steps[0].timedOut", TestName = "F8_refuses(a timeout that leads back)")]
    [TestCase("""[{"id":"a","type":"teleport"}]""", "steps[0].type", TestName = "F8_refuses(an unknown type)")]
    [TestCase("""[{"id":"a","type":"wait","for":"P1D","nxt":"b"}]""", "steps[0].nxt", TestName = "F8_refuses(an unknown field)")]
    public async Task F8_refuses(string steps, string field)
    {
        var ada = await App.RegisterAsync();
        var id = await ada.DraftAutomationAsync("signUp");

        foreach (var refused in new[]
        {
            await ada.PostAsync("/api/automations", Body(steps)),
            await ada.PutAsync($"/api/automations/{id}", Body(steps)),
            await ada.PutAsync($"/api/automations/{id}", Body(steps, dryRun: true)),
        })
        {
            refused.ShouldRefuse(field);
            refused.Json.GetProperty("errors").GetProperty(field)[0].GetString().Should().MatchRegex("^Step [ab]: ");
        }

        (await App.Database.CountAsync("automation_versions")).Should().Be(1);
    }

    [Test]
    public async Task F8_refuses_more_than_200_steps_20_paths_256_kibibytes_and_a_body_of_a_mebibyte()
    {
        var ada = await App.RegisterAsync();
        var steps = Enumerable.Range(0, 201).Select(i => new { id = $"s{i}", type = "wait", @for = "P1D", next = i < 200 ? $"s{i + 1}" : null });
        var paths = Enumerable.Range(0, 21).Select(i => new { name = $"p{i}", weight = 1 });

        (await ada.PostAsync("/api/automations", Body(JsonSerializer.Serialize(steps)))).ShouldRefuse("steps");
        (await ada.PostAsync("/api/automations", Body(JsonSerializer.Serialize(new[] { new { id = "half", type = "split", paths } })))).ShouldRefuse("steps[0].paths");
        (await ada.PostAsync("/api/automations", Body(JsonSerializer.Serialize(Large(1_500))))).ShouldRefuse("steps");
        (await ada.PostAsync("/api/automations", Body(JsonSerializer.Serialize(Large(5_100))))).ShouldRefuse("steps");
        var tooLarge = TestClient.ToContent(Body(JsonSerializer.Serialize(Large(5_500))));
        (await ada.SendAsync(HttpMethod.Post, "/api/automations", tooLarge, ("Expect", "100-continue"))).ShouldBeProblem(413, "bodyTooLarge");
        (await ada.PostAsync("/api/automations", Body(JsonSerializer.Serialize(steps.Take(200)).Replace("\"s200\"", "null", StringComparison.Ordinal)))).ShouldBe(201);
    }

    [TestCase("\"tomorrow\"")]
    [TestCase("\"\"")]
    [TestCase("\"2026-02-30\"")]
    [TestCase("\"\\u0000\"")]
    [TestCase("\"2026-12-01T00:00:00+99:00\"")]
    [TestCase("20261201")]
    [TestCase("1e999")]
    [TestCase("true")]
    [TestCase("null")]
    [TestCase("[\"2026-12-01\"]")]
    [TestCase("{\"at\":\"2026-12-01\"}")]
    public async Task C1_a_date_that_is_none_holds_nobody_and_the_visit_says_what_stood_there(string value)
    {
        var ada = await App.RegisterAsync();
        await ada.LiveWorkflowAsync("signUp", [new { id = "until", type = "wait", until = new { field = "event.day", offset = "-P3D" }, next = "mark" }, new { id = "mark", type = "updateContact", set = new { firstName = "Bob" } }]);

        (await ada.PostTextAsync("/api/events/send", $$$"""{"email":"bob@example.com","eventName":"signUp","eventProperties":{"day":{{{value}}}}}""")).ShouldBe(200);

        var run = await ada.RunOfAsync("bob@example.com");
        run.Visits().Should().Equal("until:done:dateMissing", "mark:done");
        run.GetProperty("journey")[0].Text("reason").Should().Contain("event.day is ").And.Contain("isn't a date");
    }

    [TestCase("9999-12-31T23:59:59Z", "P400D")]
    [TestCase("9999-12-31", "P1D")]
    [TestCase("0001-01-01T00:00:00Z", "-P400D")]
    [TestCase("0001-01-01", "-P1D")]
    public async Task C4_dates_at_the_ends_of_time_are_waited_for_or_over(string day, string offset)
    {
        var ada = await App.RegisterAsync();
        var window = new { days = new[] { "mon" }, from = "22:00", to = "02:00", timeZone = "Pacific/Kiritimati" };
        await ada.LiveWorkflowAsync("signUp", [new { id = "until", type = "wait", until = new { field = "event.day", offset }, window }]);
        await ada.LiveWorkflowAsync("signUp", [new { id = "until", type = "wait", until = new { field = "event.day", offset } }]);

        (await ada.PostAsync("/api/events/send", new { email = "bob@example.com", eventName = "signUp", eventProperties = new { day } })).ShouldBe(200)
            .Json.GetProperty("enrolled").GetInt32().Should().Be(2);

        foreach (var run in await ada.ItemsAsync("/api/enrollments"))
        {
            if (day.StartsWith('9'))
            {
                run.GetProperty("dueAt").GetDateTimeOffset().Year.Should().BeGreaterThan(9000);
            }

            run.Status().Should().BeOneOf("active", "completed");
        }
    }

    [Test]
    public async Task F9_a_contact_that_is_erased_while_its_run_waits_holds_nobody_up()
    {
        var ada = await ProgramAsync();
        var id = await ada.LiveWorkflowAsync("signUp", Wait);
        await ada.EventAsync("bob@example.com", "signUp");
        await ada.EventAsync("eve@example.com", "signUp");
        var bob = (await ada.RunOfAsync("bob@example.com")).Text("contactId");

        (await ada.DeleteAsync($"/api/contacts/{bob}")).ShouldBe(204);
        App.Clock.Advance(TimeSpan.FromDays(11));

        (await ada.UntilAsync("eve@example.com", run => run.Status() == "completed")).Visits().Should().Equal("wait:done");
        (await ada.RunsAsync(id)).Should().ContainSingle("the other is gone with its person");
        (await App.Database.CountAsync("visits")).Should().Be(1);
    }

    [Test]
    public async Task F9_an_automation_that_is_archived_while_runs_wait_or_are_due_ends_them_with_the_reason()
    {
        var ada = await ProgramAsync();
        var id = await ada.LiveWorkflowAsync("signUp", Wait);
        await ada.EventAsync("bob@example.com", "signUp");
        (await ada.PostAsync($"/api/automations/{id}/pause")).ShouldBe(200);
        App.Clock.Advance(TimeSpan.FromDays(11));

        (await ada.PostAsync($"/api/automations/{id}/archive")).ShouldBe(200);

        var run = await ada.UntilAsync("bob@example.com", one => one.Status() != "active");
        run.Visits().Should().Equal("wait:cancelled:automationArchived");
        run.GetProperty("endedBecause").Text("code").Should().Be("automationArchived");
        (await ada.PostAsync($"/api/automations/{id}/activate")).ShouldBeProblem(409, "automationArchived");
    }

    [Test]
    public async Task P4_a_pattern_and_a_custom_field_that_are_deleted_while_runs_wait_let_them_go_on()
    {
        var ada = await ProgramAsync();
        (await ada.PostAsync("/api/custom-fields", new { name = "endsAt", type = "date" })).ShouldBe(201);
        var pattern = (await ada.PostAsync("/api/event-patterns", new { name = "signUp" })).ShouldBe(201).Json.Text("id");
        await ada.LiveWorkflowAsync("signUp",
        [
            new { id = "until", type = "wait", until = new { field = "contact.endsAt" }, next = "wait" },
            new { id = "wait", type = "wait", @for = "P1D", next = "mark" },
            new { id = "mark", type = "updateContact", set = new { endsAt = (string?)null, firstName = "Bob" } },
        ]);
        (await ada.PostAsync("/api/events/send", new { email = "bob@example.com", eventName = "signUp", contactProperties = new { endsAt = App.Clock.GetUtcNow().AddDays(5) } })).ShouldBe(200);

        (await ada.DeleteAsync($"/api/event-patterns/{pattern}")).ShouldBe(204);
        (await ada.DeleteAsync("/api/custom-fields/endsAt")).ShouldBe(204);
        App.Clock.Advance(TimeSpan.FromDays(6));
        await ada.UntilAsync("bob@example.com", run => run.IsAt("wait"));
        App.Clock.Advance(TimeSpan.FromDays(2));

        var run = await ada.UntilAsync("bob@example.com", one => one.Status() == "completed");
        run.Visits().Should().Equal("until:done:dateMissing", "wait:done", "mark:done:undeclared");
    }

    [Test]
    public async Task F5_a_clock_that_jumps_ahead_skips_no_step()
    {
        var ada = await ProgramAsync();
        await ada.LiveWorkflowAsync("signUp",
        [
            new { id = "first", type = "wait", @for = "P1D", next = "second" },
            new { id = "second", type = "wait", @for = "P1D", next = "third" },
            new { id = "third", type = "wait", @for = "P1D" },
        ]);
        await ada.EventAsync("bob@example.com", "signUp");

        App.Clock.Advance(TimeSpan.FromDays(365));

        var late = await ada.UntilAsync("bob@example.com", run => run.IsAt("second"));
        var journey = late.GetProperty("journey");
        journey[1].GetProperty("enteredAt").GetDateTimeOffset().Should().Be(journey[0].GetProperty("leftAt").GetDateTimeOffset());
        late.GetProperty("dueAt").GetDateTimeOffset().Should().Be(journey[1].GetProperty("enteredAt").GetDateTimeOffset().AddDays(1), "each wait is as long as it says");
        App.Clock.Advance(TimeSpan.FromDays(365));
        await ada.UntilAsync("bob@example.com", run => run.IsAt("third"));
        App.Clock.Advance(TimeSpan.FromDays(365));
        (await ada.UntilAsync("bob@example.com", run => run.Status() == "completed")).Visits().Should().Equal("first:done", "second:done", "third:done");
    }

    [Test]
    public async Task F5_a_machine_whose_clock_jumps_carries_no_run_on_too_early_or_too_late()
    {
        Assume.That(App.Database.ServesManyNodes, $"{App.Database.Provider} serves one node.");
        var clock = new SkewedClock(App.Clock);
        await using var off = App.StartNode(clock);
        var ada = off.As(await ProgramAsync());
        await ada.LiveWorkflowAsync("signUp", [new { id = "wait", type = "wait", @for = "PT1H" }]);

        clock.Ahead = TimeSpan.FromHours(5);
        await ada.EventAsync("bob@example.com", "signUp");
        clock.Ahead = TimeSpan.FromHours(-5);
        await ada.EventAsync("eve@example.com", "signUp");
        App.Clock.Advance(TimeSpan.FromMinutes(50));
        await LookAsync(off);

        (await ada.RunOfAsync("bob@example.com")).Visits().Should().Equal("wait:waiting");
        App.Clock.Advance(TimeSpan.FromMinutes(11));
        foreach (var email in new[] { "bob@example.com", "eve@example.com" })
        {
            var run = await ada.UntilAsync(email, one => one.Status() == "completed");
            var visit = run.GetProperty("journey")[0];
            (visit.GetProperty("leftAt").GetDateTimeOffset() - visit.GetProperty("enteredAt").GetDateTimeOffset())
                .Should().BeGreaterThanOrEqualTo(TimeSpan.FromHours(1)).And.BeLessThan(TimeSpan.FromHours(2));
        }
    }

    // Whatever that node thinks is due by now.
    private static async Task LookAsync(TestNode node)
    {
        var now = node.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        (await node.Services.GetRequiredService<Infrastructure.Workflows.DueFinder>().LookAsync(now, CancellationToken.None)).Should().BeEmpty();
    }

    private static IEnumerable<object> Large(int characters) => Enumerable.Range(0, 200).Select(i =>
        new { id = $"s{i}", type = "updateContact", set = new { firstName = new string('x', characters) }, next = i < 199 ? $"s{i + 1}" : null });

    private static object Body(string steps, bool dryRun = false) => new { name = "n", trigger = new { eventName = "signUp" }, steps = JsonElement.Parse(steps), dryRun };

    // A key outlasts the months that these tests skip, which a session does not.
    private async Task<TestClient> ProgramAsync() => await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage");
}
