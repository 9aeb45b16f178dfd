using Microsoft.Extensions.DependencyInjection;
using Sendra.Application.Automations.SimulateAutomation;
using Sendra.Infrastructure.Workspaces;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Automations;

/// <summary>"What would have happened", at its edges.</summary>
public sealed class SimulationTests(string provider) : FunctionalTest(provider)
{
    private static readonly string[] Left = ["left"];
    private static readonly string[] OnlyB = ["b"];
    private static readonly string[] OneBad = ["b", ""];

    [Test]
    public async Task Point_7_a_draft_and_an_edit_are_run_over_the_past_and_nothing_is_written()
    {
        var client = await App.RegisterAsync();
        var draft = await client.DraftAutomationAsync("signUp");
        foreach (var email in new[] { "ada@example.com", "bob@example.com", "ada@example.com" })
        {
            await client.EventAsync(email, "signUp");
        }

        await client.EventAsync("ada@example.com", "left");
        var before = await RowsAsync();

        var asItIs = await client.SimulateAsync(new { automationId = draft });
        var edited = await client.SimulateAsync(new { automationId = draft, frequency = "oncePerContact", exitEvents = Left });

        (asItIs.GetProperty("enrolled").GetInt32(), asItIs.GetProperty("exited").GetInt32()).Should().Be((3, 0));
        SimulationWords.ContactsOf(asItIs).Should().Equal(("ada@example.com", 2, 0), ("bob@example.com", 1, 0));
        (edited.GetProperty("enrolled").GetInt32(), edited.GetProperty("exited").GetInt32(), edited.GetProperty("events").GetInt32()).Should().Be((2, 1, 4));
        var refusal = edited.GetProperty("notEnrolled").EnumerateArray().Single();
        (refusal.Text("code"), refusal.GetProperty("count").GetInt32()).Should().Be(("alreadyEnrolledOnce", 1));
        refusal.Text("reason").Should().Contain("one time");
        (await RowsAsync()).Should().Equal(before);
        (await client.GetAsync($"/api/automations/{draft}")).Json.Text("frequency").Should().Be("everyTime");
    }

    [Test]
    public async Task Point_7_whoever_entered_before_the_period_counts_with_an_id_and_not_without()
    {
        var client = await App.RegisterAsync();
        var automation = await client.LiveAutomationAsync("signUp", "oncePerContact", "left");
        await client.EventAsync("ada@example.com", "signUp");
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        var from = App.Clock.GetUtcNow();
        await client.EventAsync("ada@example.com", "signUp");
        await client.EventAsync("ada@example.com", "left");

        var withPast = await client.SimulateAsync(new { automationId = automation, from });
        var without = await client.SimulateAsync(new { trigger = new { eventName = "signUp" }, frequency = "oncePerContact", exitEvents = Left, from });

        (withPast.GetProperty("enrolled").GetInt32(), withPast.GetProperty("exited").GetInt32()).Should().Be((0, 1));
        (without.GetProperty("enrolled").GetInt32(), without.GetProperty("exited").GetInt32()).Should().Be((1, 1));
    }

    [Test]
    public async Task Point_7_whoever_entered_by_an_event_that_is_no_longer_kept_entered_before_the_log_begins()
    {
        var from = App.Clock.GetUtcNow();
        var client = await App.RegisterAsync();
        var automation = await client.LiveAutomationAsync("signUp", "oncePerContact", "left");
        await client.EventAsync("ada@example.com", "signUp");
        await client.EventAsync("cleo@example.com", "signUp");
        App.Clock.Advance(TimeSpan.FromDays(2));
        await client.EventAsync("ada@example.com", "signUp");
        await client.EventAsync("cleo@example.com", "left");
        await client.EventAsync("bob@example.com", "signUp");
        (await client.PutAsync("/api/workspace/settings", new { retentionDays = 1 })).ShouldBe(200);
        await App.Node.Services.GetRequiredService<EventRetention>().RunAsync(CancellationToken.None);

        var wholeLog = await client.SimulateAsync(new { automationId = automation });
        var longer = await client.SimulateAsync(new { automationId = automation, from });
        var without = await client.SimulateAsync(new { trigger = new { eventName = "signUp" }, frequency = "oncePerContact", exitEvents = Left });

        foreach (var withPast in new[] { wholeLog, longer })
        {
            withPast.GetProperty("events").GetInt32().Should().Be(3);
            SimulationWords.ContactsOf(withPast).Should().Equal(("cleo@example.com", 0, 1), ("bob@example.com", 1, 0));
            var refusal = withPast.GetProperty("notEnrolled").EnumerateArray().Single();
            (refusal.Text("code"), refusal.GetProperty("count").GetInt32()).Should().Be(("alreadyEnrolledOnce", 1));
        }

        wholeLog.GetProperty("from").GetRawText().Should().Be("null");
        SimulationWords.ContactsOf(without).Should().Equal(("ada@example.com", 1, 0), ("bob@example.com", 1, 0));
    }

    [Test]
    public async Task Point_7_the_period_has_an_end()
    {
        var client = await App.RegisterAsync();
        await client.EventAsync("ada@example.com", "signUp");
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        var to = App.Clock.GetUtcNow();
        await client.EventAsync("bob@example.com", "signUp");

        var result = await client.SimulateAsync(new { trigger = new { eventName = "signUp" }, to });

        SimulationWords.ContactsOf(result).Should().Equal(("ada@example.com", 1, 0));
    }

    [Test]
    public async Task Point_7_progress_comes_before_the_result_and_never_goes_back()
    {
        var client = await App.RegisterAsync();
        for (var call = 0; call < 11; call++)
        {
            (await client.PostAsync("/api/events/batch", new
            {
                events = Enumerable.Range(0, 1_000).Select(i => new { email = $"p{i % 7}@example.com", eventName = i % 2 == 0 ? "a" : "b" }),
            })).ShouldBe(200);
        }

        var lines = await client.SimulateLinesAsync(new { trigger = new { eventName = "a" }, exitEvents = OnlyB });

        lines.Should().HaveCountGreaterThan(2);
        lines.SkipLast(1).Select(line => line.Text("type")).Should().AllBe("progress");
        lines.Select(line => line.GetProperty("progress").GetDouble()).Should().BeInAscendingOrder().And.StartWith(0).And.EndWith(1);
        lines[1].GetProperty("progress").GetDouble().Should().BeGreaterThan(0).And.BeLessThanOrEqualTo(1);
        lines[^1].Text("type").Should().Be("result");
        lines[^1].GetProperty("result").GetProperty("events").GetInt32().Should().Be(11_000);
    }

    [Test]
    public async Task Point_7_hanging_up_cancels_and_a_workspace_runs_one_at_a_time()
    {
        const int Pages = 12;
        var client = await App.RegisterAsync();
        for (var call = 0; call < Pages; call++)
        {
            (await client.PostAsync("/api/events/batch", new { events = Enumerable.Repeat(new { email = "ada@example.com", eventName = "a" }, 1_000) })).ShouldBe(200);
        }

        var body = new { trigger = new { eventName = "a" } };
        var asked = 0;
        using var permits = new SemaphoreSlim(0);
        using var watch = new QueryWatch(client.WorkspaceId, "received_events", _ =>
        {
            Interlocked.Increment(ref asked);
            permits.Wait();
        });
        using (var running = await client.OpenPostAsync("/api/automations/simulate", body))
        {
            await using var lines = await running.Content.ReadAsStreamAsync();
            (await lines.ReadAsync(new byte[1])).Should().Be(1);
            var busy = (await client.PostAsync("/api/automations/simulate", body)).ShouldBeProblem(429, "simulationsBusy");
            busy.Headers.RetryAfter!.Delta.Should().BePositive();
        }

        // A page now and then, until the server has learnt that nobody listens any more.
        for (var call = 1; ; call++)
        {
            using var next = await client.OpenPostAsync("/api/automations/simulate", body);
            if ((int)next.StatusCode == 200)
            {
                break;
            }

            if (call % 20 == 0)
            {
                permits.Release();
            }
        }

        asked.Should().BeLessThan(Pages, "else it came to its end instead of being cancelled");
        permits.Release(10 * Pages);
    }

    [Test]
    public async Task Point_7_more_contacts_than_are_named_are_counted()
    {
        var client = await App.RegisterAsync();
        (await client.PostAsync("/api/events/batch", new { events = Enumerable.Range(0, 1_000).Select(i => new { email = $"p{i}@example.com", eventName = "a" }) })).ShouldBe(200);
        await client.EventAsync("last@example.com", "a");

        var result = await client.SimulateAsync(new { trigger = new { eventName = "a" } });

        result.GetProperty("contactCount").GetInt32().Should().Be(1_001);
        SimulationWords.ContactsOf(result).Select(contact => contact.Email).Should().HaveCount(1_000).And.NotContain("last@example.com");
    }

    [Test]
    public async Task Point_7_more_contacts_than_are_remembered_are_done_in_rounds()
    {
        var client = await App.RegisterAsync();
        (await client.PostAsync("/api/events/batch", new
        {
            events = Enumerable.Range(0, 200).Select(i => new { email = $"p{i * i % 37}@example.com", eventName = i % 3 == 0 ? "left" : "signUp" }),
        })).ShouldBe(200);
        var body = new { trigger = new { eventName = "signUp" }, frequency = "oncePerContact", exitEvents = Left, to = App.Clock.GetUtcNow() };
        var atOnce = await client.SimulateAsync(body);
        var places = App.Node.Services.GetRequiredService<SimulationPlaces>();
        var usual = places.ContactsAtOnce;
        places.ContactsAtOnce = 5;
        try
        {
            var lines = await client.SimulateLinesAsync(body);

            lines[^1].GetProperty("result").GetRawText().Should().Be(atOnce.GetRawText());
            lines.Select(line => line.GetProperty("progress").GetDouble()).Should().BeInAscendingOrder();
        }
        finally
        {
            places.ContactsAtOnce = usual;
        }
    }

    [Test]
    public async Task Point_7_bad_input_is_refused_by_field()
    {
        var client = await App.RegisterAsync();
        var trigger = new { eventName = "a" };

        (await client.PostAsync("/api/automations/simulate", new { })).ShouldRefuse("trigger");
        (await client.PostAsync("/api/automations/simulate", new { trigger = new { eventName = " a" } })).ShouldRefuse("trigger.eventName");
        (await client.PostAsync("/api/automations/simulate", new { trigger, exitEvents = OneBad })).ShouldRefuse("exitEvents[1]");
        (await client.PostAsync("/api/automations/simulate", new { trigger, exitEvents = Enumerable.Repeat("b", 51) })).ShouldRefuse("exitEvents");
        (await client.PostAsync("/api/automations/simulate", new { trigger, from = "2026-01-02T00:00:00Z", to = "2026-01-02T00:00:00Z" })).ShouldRefuse("to");
        (await client.PostAsync("/api/automations/simulate", new { trigger, frequency = "often" })).ShouldRefuse("frequency");
        (await client.PostAsync("/api/automations/simulate", new { trigger, from = "yesterday" })).ShouldRefuse("from");
        (await client.PostAsync("/api/automations/simulate", new { trigger, unknown = 1 })).ShouldBe(400);
    }

    [Test]
    public async Task W4_another_workspaces_automation_and_events_are_out_of_reach()
    {
        var (mine, theirs) = (await App.RegisterAsync(), await App.RegisterAsync());
        var automation = await theirs.LiveAutomationAsync("signUp");
        await theirs.EventAsync("ada@example.com", "signUp");

        (await mine.PostAsync("/api/automations/simulate", new { automationId = automation })).ShouldBeProblem(404, "automationNotFound");
        (await mine.SimulateAsync(new { trigger = new { eventName = "signUp" } })).GetProperty("events").GetInt32().Should().Be(0);
    }

    private async Task<long[]> RowsAsync()
    {
        string[] tables =
        [
            "automations", "enrollments", "received_events", "contacts", "event_name_tallies", "event_period_tallies", "event_patterns",
        ];
        return await Task.WhenAll(tables.Select(table => App.Database.CountAsync(table)));
    }
}
