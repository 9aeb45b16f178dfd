namespace Sendra.WebApi.FunctionalTests.Ingestion;

/// <summary>What events do to enrollments, through HTTP.</summary>
public sealed class EnrollingTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task A1_several_automations_of_one_trigger_each_decide_and_only_live_ones_enroll()
    {
        var client = await App.RegisterAsync();
        await client.LiveAutomationAsync("signUp");
        await client.LiveAutomationAsync("signUp", "oncePerContact");
        await client.DraftAutomationAsync("signUp");
        var paused = await client.LiveAutomationAsync("signUp");
        await client.PostAsync($"/api/automations/{paused}/pause");
        var archived = await client.LiveAutomationAsync("signUp");
        await client.PostAsync($"/api/automations/{archived}/archive");

        var answer = await client.EventAsync("ada@example.com", "signUp");

        answer.Effect().Should().Be((2, 0));
        answer.GetProperty("decisions").EnumerateArray().Select(decision => decision.Text("code"))
            .Should().Equal("everyTime", "firstMatch", "automationDraft", "automationPaused");
    }

    [Test]
    public async Task A2_every_time_makes_a_fresh_enrollment_beside_active_ones()
    {
        var client = await App.RegisterAsync();
        var automation = await client.LiveAutomationAsync("signUp");
        for (var i = 0; i < 3; i++)
        {
            (await client.EventAsync("ada@example.com", "signUp")).Effect().Should().Be((1, 0));
        }

        (await client.ItemsAsync($"/api/enrollments?automationId={automation}&status=active")).Should().HaveCount(3);
    }

    [Test]
    public async Task A3_once_counts_any_earlier_enrollment_however_it_was_made_and_ended()
    {
        var client = await App.RegisterAsync();
        var automation = await client.LiveAutomationAsync("signUp", "everyTime", "bye");
        await client.EventAsync("ada@example.com", "signUp");
        (await client.EventAsync("ada@example.com", "bye")).Effect().Should().Be((0, 1));
        await client.EditAsync(automation, "signUp", "oncePerContact", "bye");

        var answer = await client.EventAsync("ada@example.com", "signUp");

        answer.Effect().Should().Be((0, 0));
        var decision = answer.GetProperty("decisions").EnumerateArray().Single();
        decision.Text("outcome").Should().Be("notEnrolled");
        decision.Text("code").Should().Be("alreadyEnrolledOnce");
        decision.Text("reason").Should().Contain("one time");
    }

    [Test]
    public async Task A3_32_first_events_at_once_make_exactly_one_enrollment([Values] bool secondNode)
    {
        var client = await App.RegisterAsync();
        await using var node = secondNode ? await App.StartSecondNodeAsync() : null;
        var other = node?.As(client) ?? client;
        var automation = await client.LiveAutomationAsync("signUp", "oncePerContact");

        var answers = await Task.WhenAll(Enumerable.Range(0, 32)
            .Select(i => (i % 2 == 0 ? client : other).EventAsync("ada@example.com", "signUp")));

        answers.Sum(answer => answer.Effect().Enrolled).Should().Be(1);
        (await client.ItemsAsync($"/api/enrollments?automationId={automation}")).Should().ContainSingle();
        (await client.ItemsAsync("/api/contacts")).Should().ContainSingle();
        (await client.ItemsAsync("/api/events")).Should().HaveCount(32);
    }

    [Test]
    public async Task A4_exit_drops_all_active_enrollments_at_any_step_also_of_a_paused_automation_and_keeps_event_time_and_step()
    {
        var client = await App.RegisterAsync();
        var automation = await client.LiveAutomationAsync("signUp", "everyTime", "bye");
        await client.EventAsync("ada@example.com", "signUp");
        await client.EventAsync("ada@example.com", "signUp");
        await client.EventAsync("bob@example.com", "signUp");
        var first = (await client.ItemsAsync("/api/enrollments?email=ada@example.com"))[^1].Text("id");
        (await client.PostAsync($"/api/enrollments/{first}/advance", new { step = 4, resumeAt = "2040-01-01T00:00:00Z" })).ShouldBe(200);
        (await client.PostAsync($"/api/automations/{automation}/pause")).ShouldBe(200);

        var answer = await client.EventAsync("ada@example.com", "bye");

        answer.Effect().Should().Be((0, 2));
        answer.GetProperty("decisions").EnumerateArray().Select(decision => decision.GetProperty("step").GetInt32()).Should().Equal(4, 1);
        var exited = (await client.GetAsync($"/api/enrollments/{first}")).Json;
        exited.Text("status").Should().Be("exited");
        exited.GetProperty("step").GetInt32().Should().Be(4);
        exited.Text("exitedByEventId").Should().Be(answer.Text("eventId"));
        exited.GetProperty("endedAt").GetDateTimeOffset().Should().BeCloseTo(App.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        exited.GetProperty("resumeAt").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        (await client.ItemsAsync("/api/enrollments?email=bob@example.com"))[0].Text("status").Should().Be("active");
    }

    [Test]
    public async Task A5_trigger_and_exit_at_once_drops_what_was_active_and_keeps_the_new_one()
    {
        var client = await App.RegisterAsync();
        await client.LiveAutomationAsync("ping", "everyTime", "ping");
        (await client.EventAsync("ada@example.com", "ping")).Effect().Should().Be((1, 0));

        var answer = await client.EventAsync("ada@example.com", "ping");

        answer.Effect().Should().Be((1, 1));
        answer.GetProperty("decisions").EnumerateArray().Select(decision => decision.Text("outcome")).Should().Equal("exited", "enrolled");
        var active = (await client.ItemsAsync("/api/enrollments?status=active")).Should().ContainSingle().Subject;
        active.Text("enrolledByEventId").Should().Be(answer.Text("eventId"));
    }

    [Test]
    public async Task A6_an_edit_counts_from_the_next_event_on_every_node([Values] bool secondNode)
    {
        var client = await App.RegisterAsync();
        await using var node = secondNode ? await App.StartSecondNodeAsync() : null;
        var other = node?.As(client) ?? client;
        var automation = await client.LiveAutomationAsync("signUp");
        await other.EventAsync("ada@example.com", "signUp");
        for (var i = 0; i < 10; i++)
        {
            // Every other edit takes the exit away: then two enrollments wait for the next exit.
            await client.EditAsync(automation, $"t{i}", "everyTime", i % 2 == 0 ? ["bye"] : []);
            (await other.EventAsync("ada@example.com", $"t{i}")).Effect().Should().Be((1, 0));
            (await other.EventAsync("ada@example.com", "bye")).Effect().Should().Be((0, i % 2 == 0 ? 2 : 0));
        }
    }

    [Test]
    public async Task A7_the_log_says_why_for_every_automation()
    {
        var client = await App.RegisterAsync();
        var automation = await client.LiveAutomationAsync("signUp", "oncePerContact");
        await client.EventAsync("ada@example.com", "signUp");
        var second = (await client.EventAsync("ada@example.com", "signUp")).Text("eventId");

        var stored = (await client.GetAsync($"/api/events/{second}")).ShouldBe(200).Json;

        var decision = stored.GetProperty("decisions").EnumerateArray().Should().ContainSingle().Subject;
        decision.GetProperty("automationId").GetGuid().Should().Be(automation);
        decision.Text("outcome").Should().Be("notEnrolled");
        decision.Text("reason").Should().NotBeEmpty();
    }
}
