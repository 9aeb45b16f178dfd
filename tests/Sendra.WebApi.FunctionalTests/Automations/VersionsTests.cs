using System.Text.Json;
using Sendra.Domain.Automations;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Automations;

public sealed class VersionsTests(string provider) : FunctionalTest(provider)
{
    private static readonly object[] Wait = [new { id = "wait", type = "wait", @for = "P3D" }];

    [Test]
    public async Task F7_a_save_that_changes_the_steps_makes_the_next_version_and_runs_stay()
    {
        var ada = await App.RegisterAsync();
        var id = await ada.LiveAutomationAsync("signUp");
        await ada.EventAsync("bob@example.com", "signUp");

        (await ada.GetAsync($"/api/automations/{id}")).Json.GetProperty("version").GetInt32().Should().Be(1);
        var saved = (await ada.PutAsync($"/api/automations/{id}", Body(Wait))).ShouldBe(200).Json;
        var again = (await ada.PutAsync($"/api/automations/{id}", new { name = "Other", trigger = new { eventName = "signUp" } })).ShouldBe(200).Json;
        await ada.EventAsync("eve@example.com", "signUp");

        saved.GetProperty("version").GetInt32().Should().Be(2);
        saved.GetProperty("steps").GetRawText().Should().Be("""[{"id":"wait","type":"wait","for":"P3D"}]""");
        saved.GetProperty("inFlight").GetRawText().Should().Be("""{"moved":0,"stayed":1,"pending":0}""");
        again.GetProperty("version").GetInt32().Should().Be(2, "nothing was said of the steps");
        again.GetProperty("steps").GetRawText().Should().Be(saved.GetProperty("steps").GetRawText());
        (await ada.ItemsAsync("/api/enrollments")).Select(run => $"{run.Text("email")} {run.GetProperty("version")}")
            .Should().Equal("eve@example.com 2", "bob@example.com 1");
        var versions = await ada.ItemsAsync($"/api/automations/{id}/versions");
        versions.Select(version => $"{version.GetProperty("version")} {version.GetProperty("active")} {version.Text("savedBy")}")
            .Should().Equal($"2 1 {ada.Email}", $"1 1 {ada.Email}");
        (await ada.GetAsync($"/api/automations/{id}/versions/1")).ShouldBe(200).Json.GetProperty("steps").GetArrayLength().Should().Be(0);
        (await ada.GetAsync($"/api/automations/{id}/versions/2")).ShouldBe(200).Json.GetProperty("steps").GetRawText().Should().Be(saved.GetProperty("steps").GetRawText());
        (await ada.GetAsync($"/api/automations/{id}/versions/3")).ShouldBeProblem(404, "versionNotFound");
        (await ada.PutAsync($"/api/automations/{id}", Body([]))).ShouldBe(200).Json.GetProperty("version").GetInt32().Should().Be(3, "no steps are a change too");
    }

    [Test]
    public async Task H3_versions_are_paged_newest_first()
    {
        var ada = await App.RegisterAsync();
        var id = await ada.DraftAutomationAsync("signUp");
        for (var days = 1; days <= 11; days++)
        {
            (await ada.PutAsync($"/api/automations/{id}", Body([new { id = "wait", type = "wait", @for = $"P{days}D" }]))).ShouldBe(200);
        }

        var found = new List<int>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = (await ada.GetAsync($"/api/automations/{id}/versions?limit=5{cursor}")).ShouldBe(200).Json;
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("version").GetInt32()));
            cursor = page.GetProperty("nextCursor").GetString() is { } next ? $"&cursor={next}" : null;
        }

        found.Should().Equal(Enumerable.Range(1, 12).Reverse());
        (await ada.GetAsync($"/api/automations/{id}/versions?cursor=x")).ShouldRefuse("cursor");
    }

    [TestCase("""[{"id":"a","type":"wait","for":"P1D","next":"b"}]""", "steps[0].next")]
    [TestCase("""[{"id":"a","type":"wait","for":"P1D"},{"id":"b","type":"wait","for":"P1D"}]""", "steps[1]")]
    [TestCase("""[{"id":"a","type":"split","paths":[{"name":"A","weight":0}]}]""", "steps[0].paths")]
    [TestCase("""[{"id":"a","type":"wait","for":"P1D"},{"id":"a","type":"wait","for":"P1D"}]""", "steps[1].id")]
    public async Task F8_wrong_steps_are_refused_by_field_and_step(string steps, string field)
    {
        var ada = await App.RegisterAsync();
        var id = await ada.DraftAutomationAsync("signUp");

        var refused = await ada.PutAsync($"/api/automations/{id}", Body([.. JsonElement.Parse(steps).EnumerateArray().Cast<object>()]));

        refused.ShouldRefuse(field);
        refused.Json.GetProperty("errors").GetProperty(field)[0].GetString().Should().StartWith("Step ");
        (await ada.GetAsync($"/api/automations/{id}")).Json.GetProperty("version").GetInt32().Should().Be(1);
        (await App.Database.CountAsync("automation_versions")).Should().Be(1);
    }

    [Test]
    public async Task F8_a_definition_of_a_mebibyte_is_refused()
    {
        var ada = await App.RegisterAsync();

        var answer = await ada.PostAsync("/api/automations", Body([new { id = "a", type = "updateContact", set = new { plan = new string('x', 1_000_000) } }]));

        answer.Status.Should().BeOneOf(400, 413);
    }

    [Test]
    public async Task F7_who_expects_another_version_is_told()
    {
        var ada = await App.RegisterAsync();
        var id = await ada.DraftAutomationAsync("signUp");

        (await ada.PutAsync($"/api/automations/{id}", Body(Wait, expectedVersion: 1))).ShouldBe(200);
        (await ada.PutAsync($"/api/automations/{id}", Body([], expectedVersion: 1))).ShouldBeProblem(409, "changedMeanwhile");
        (await ada.GetAsync($"/api/automations/{id}")).Json.GetProperty("version").GetInt32().Should().Be(2);
    }

    [Test]
    public async Task F7_a_dry_run_counts_and_saves_nothing()
    {
        var ada = await App.RegisterAsync();
        var id = await ada.LiveAutomationAsync("signUp");
        await ada.EventAsync("bob@example.com", "signUp");
        var before = (await ada.GetAsync($"/api/automations/{id}")).Text;

        var edit = (await ada.PutAsync($"/api/automations/{id}", Body(Wait, dryRun: true, inFlight: "move"))).ShouldBe(200).Json;
        var made = (await ada.PostAsync("/api/automations", Body(Wait, dryRun: true))).ShouldBe(200).Json;

        edit.GetProperty("version").GetInt32().Should().Be(2);
        edit.GetProperty("inFlight").GetRawText().Should().Be("""{"moved":0,"stayed":1,"pending":0}""", "a run without steps is at no step");
        made.GetProperty("steps").GetArrayLength().Should().Be(1);
        (await ada.GetAsync($"/api/automations/{id}")).Text.Should().Be(before);
        (await App.Database.CountAsync("automations")).Should().Be(1);
        (await App.Database.CountAsync("automation_versions")).Should().Be(1);
    }

    [Test]
    public async Task F7_of_32_saves_at_once_one_wins()
    {
        var ada = await App.RegisterAsync();
        var id = await ada.DraftAutomationAsync("signUp");

        Answer[] answers;
        using (new ReadBarrier<Automation>(ada.WorkspaceId, 32))
        {
            answers = await Task.WhenAll(Enumerable.Range(1, 32).Select(days =>
                ada.PutAsync($"/api/automations/{id}", Body([new { id = "wait", type = "wait", @for = $"P{days}D" }]))));
        }

        var won = answers.Should().ContainSingle(answer => answer.Status == 200).Subject.Json;
        answers.Where(answer => answer.Status != 200).Should().AllSatisfy(answer => answer.ShouldBeProblem(409, "changedMeanwhile"));
        (await ada.GetAsync($"/api/automations/{id}")).Json.GetProperty("steps").GetRawText().Should().Be(won.GetProperty("steps").GetRawText());
        (await App.Database.CountAsync("automation_versions")).Should().Be(2);
    }

    [Test]
    public async Task F10_calls_move_only_runs_of_a_version_without_steps()
    {
        var ada = await App.RegisterAsync();
        var id = await ada.LiveAutomationAsync("signUp");
        await ada.EventAsync("bob@example.com", "signUp");
        (await ada.PutAsync($"/api/automations/{id}", Body(Wait))).ShouldBe(200);
        await ada.EventAsync("eve@example.com", "signUp");
        var runs = (await ada.ItemsAsync("/api/enrollments")).ToDictionary(run => run.Text("email"), run => run.Text("id"));

        foreach (var call in new[] { "advance", "complete" })
        {
            (await ada.PostAsync($"/api/enrollments/{runs["eve@example.com"]}/{call}", call is "advance" ? new { step = 2 } : null)).ShouldBeProblem(409, "automationHasSteps");
            (await ada.PostAsync($"/api/enrollments/{runs["bob@example.com"]}/{call}", call is "advance" ? new { step = 2 } : null)).ShouldBe(200);
        }

        (await ada.PostAsync($"/api/enrollments/{runs["eve@example.com"]}/exit")).ShouldBe(200);
    }

    [Test]
    public async Task A_duplicate_has_the_steps_and_the_condition()
    {
        var ada = await App.RegisterAsync();
        var where = new { field = "event.plan", op = "equals", value = "pro" };
        var original = (await ada.PostAsync("/api/automations", new { name = "n", trigger = new { eventName = "signUp", where }, steps = Wait })).ShouldBe(201).Json;

        var copy = (await ada.PostAsync($"/api/automations/{original.Text("id")}/duplicate")).ShouldBe(200).Json;

        copy.GetProperty("version").GetInt32().Should().Be(1);
        copy.GetProperty("steps").GetRawText().Should().Be(original.GetProperty("steps").GetRawText());
        copy.GetProperty("trigger").GetRawText().Should().Be(original.GetProperty("trigger").GetRawText());
        copy.GetProperty("trigger").GetProperty("where").GetProperty("value").GetString().Should().Be("pro");
    }

    [Test]
    public async Task C2_an_event_that_does_not_meet_the_condition_is_decided_with_the_reason()
    {
        var ada = await App.RegisterAsync();
        var where = new { all = new object[] { new { field = "event.plan", op = "equals", value = "pro" }, new { field = "contact.firstName", op = "exists" } } };
        var made = (await ada.PostAsync("/api/automations", new { name = "n", trigger = new { eventName = "signUp", where } })).ShouldBe(201).Json;
        (await ada.PostAsync($"/api/automations/{made.Text("id")}/activate")).ShouldBe(200);

        async Task<JsonElement> Send(string plan, string? firstName) => (await ada.PostAsync("/api/events/send", new
        {
            email = "bob@example.com",
            eventName = "signUp",
            eventProperties = new { plan },
            contactProperties = new { firstName },
        })).ShouldBe(200).Json;

        var free = await Send("free", "Bob");
        var nameless = await Send("pro", null);
        var pro = await Send("pro", "Bob");

        foreach (var (sent, stood) in new[] { (free, "free"), (nameless, "contact.firstName") })
        {
            sent.GetProperty("enrolled").GetInt32().Should().Be(0);
            var decision = (await ada.GetAsync($"/api/events/{sent.Text("eventId")}")).ShouldBe(200).Json.GetProperty("decisions")[0];
            decision.Text("outcome").Should().Be("notEnrolled");
            decision.Text("code").Should().Be("conditionNotMet");
            decision.Text("reason").Should().Contain(stood);
            decision.Text("reason").Should().Be(sent.GetProperty("decisions")[0].Text("reason"), "the log says what the answer said");
        }

        pro.GetProperty("enrolled").GetInt32().Should().Be(1, "conditions see the contact as the event left it");
    }

    [TestCase("""{"field":"plan","op":"equals","value":1}""")]
    [TestCase("""{"field":"event.plan","op":"is","value":1}""")]
    [TestCase("""7""")]
    public async Task C1_a_condition_that_does_not_parse_is_refused(string where)
    {
        var ada = await App.RegisterAsync();

        var refused = await ada.PostAsync("/api/automations", new { name = "n", trigger = new { eventName = "signUp", where = JsonElement.Parse(where) } });

        refused.ShouldBeProblem(400, "validationFailed").Fields.Should().OnlyContain(field => field.StartsWith("trigger.where"));
    }

    private static object Body(object[] steps, int? expectedVersion = null, bool dryRun = false, string? inFlight = null) =>
        new { name = "signUp", trigger = new { eventName = "signUp" }, steps, expectedVersion, dryRun, inFlight };
}
