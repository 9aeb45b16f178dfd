using System.Globalization;
using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Ingestion;
using Sendra.WebApi.FunctionalTests.Workflows;

namespace Sendra.WebApi.FunctionalTests.Outbox;

/// <summary>What is handed over, and what is not: claims, leases, exits, pauses.</summary>
public sealed class OutboxTests(string provider) : FunctionalTest(provider)
{
    // SENDRA_TEST_RACES=1000 is the long form, whose figures stand in docs/reliability.md.
    private static readonly int Raced =
        int.TryParse(Environment.GetEnvironmentVariable("SENDRA_TEST_RACES"), NumberStyles.None, CultureInfo.InvariantCulture, out var races) ? races : 100;

    private readonly string _provider = provider;
    private Receiver _receiver = null!;

    [SetUp]
    public async Task StartAsync() => _receiver = await Receiver.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _receiver.DisposeAsync();

    [Test]
    public async Task F2_an_exit_that_commits_before_the_claim_prevents_the_call()
    {
        var ada = await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage");
        var id = await ada.LiveWorkflowAsync("signUp", [Call("/ok")], "left");

        await Task.WhenAll(Enumerable.Range(0, Raced).Select(async i =>
        {
            await ada.EventAsync($"p{i}@example.com", "signUp");
            await ada.EventAsync($"p{i}@example.com", "left");
        }));

        await ada.UntilAutomationAsync(id, automation => automation.GetProperty("counts").GetProperty("active").GetInt32() == 0);
        for (var open = 1L; open > 0; open = await App.Database.CountAsync("outbox", "state = 1"))
        {
            await Looks.AgainAsync();
        }

        var (done, cancelled) = (await App.Database.CountAsync("outbox", "state = 2"), await App.Database.CountAsync("outbox", "state = 4"));
        (done + cancelled).Should().Be(Raced);
        _receiver.Calls.Should().HaveCount((int)done, "what was cancelled was not handed over, and what was handed over is recorded");
        _receiver.Calls.Select(call => call.Id).Should().OnlyHaveUniqueItems();
        (await App.Database.CountAsync("visits")).Should().Be(Raced);
        TestContext.Out.WriteLine($"{_provider}: {Raced} races, {done} calls, {cancelled} prevented");
    }

    [Test]
    public async Task F2_an_exit_while_a_try_waits_ends_the_effect()
    {
        var ada = await App.RegisterAsync();
        await ada.LiveWorkflowAsync("signUp", [Call("/503")], "left");
        await ada.EventAsync("bob@example.com", "signUp");
        await ada.UntilAsync("bob@example.com", run => Reason(run).Contains("Try 2 of 8", StringComparison.Ordinal));

        await ada.EventAsync("bob@example.com", "left");
        App.Clock.Advance(TimeSpan.FromHours(1));
        await ada.EventAsync("eve@example.com", "signUp");
        await ada.UntilAsync("eve@example.com", run => Reason(run).Contains("Try 2 of 8", StringComparison.Ordinal));

        (await ada.RunOfAsync("bob@example.com")).Visits().Should().Equal("call:cancelled:exitEvent");
        _receiver.Calls.Should().HaveCount(2, "one for each");
        (await App.Database.CountAsync("outbox", "state = 4 AND due_at IS NULL")).Should().Be(1);
    }

    [Test]
    public async Task F9_a_pause_holds_what_is_not_handed_over_and_activating_releases_it()
    {
        var ada = await App.RegisterAsync();
        var id = await ada.LiveWorkflowAsync("signUp", [Call("/failsOnce")]);
        await ada.EventAsync("bob@example.com", "signUp");
        await ada.UntilAsync("bob@example.com", run => Reason(run).Contains("Try 2 of 8", StringComparison.Ordinal));
        (await ada.PostAsync($"/api/automations/{id}/pause")).ShouldBe(200);
        App.Clock.Advance(TimeSpan.FromHours(1));

        await ada.UntilAsync("bob@example.com", run => Reason(run).StartsWith("Waits until the automation is activated.", StringComparison.Ordinal));
        _receiver.Calls.Should().ContainSingle();
        (await ada.PostAsync($"/api/automations/{id}/activate")).ShouldBe(200);

        await ada.UntilAsync("bob@example.com", run => run.Status() == "completed", App.Clock);
        _receiver.Calls.Should().HaveCountGreaterThan(1).And.OnlyContain(call => call.Id == _receiver.Calls[0].Id);
    }

    [Test]
    public async Task F9_an_answer_that_comes_during_a_pause_takes_effect_when_it_is_over()
    {
        var ada = await App.RegisterAsync();
        var id = await ada.LiveWorkflowAsync("signUp", [Call("/held", next: "after"), new { id = "after", type = "wait", @for = "P1D" }]);
        await ada.EventAsync("bob@example.com", "signUp");
        await _receiver.UntilCallsAsync(1);
        (await ada.PostAsync($"/api/automations/{id}/pause")).ShouldBe(200);

        _receiver.Release();

        var held = await ada.UntilAsync("bob@example.com", run => run.GetProperty("dueAt").ValueKind == JsonValueKind.String);
        held.Visits().Should().Equal("call:waiting");
        (await ada.PostAsync($"/api/automations/{id}/activate")).ShouldBe(200);
        (await ada.UntilAsync("bob@example.com", run => run.IsAt("after"))).Visits().Should().Equal("call:done", "after:waiting");
        _receiver.Calls.Should().ContainSingle();
    }

    [Test]
    public async Task F9_archiving_cancels_what_is_not_handed_over()
    {
        var ada = await App.RegisterAsync();
        var id = await ada.LiveWorkflowAsync("signUp", [Call("/503")]);
        await ada.EventAsync("bob@example.com", "signUp");
        await ada.UntilAsync("bob@example.com", run => Reason(run).Contains("Try 2 of 8", StringComparison.Ordinal));

        (await ada.PostAsync($"/api/automations/{id}/archive")).ShouldBe(200);

        (await ada.UntilAsync("bob@example.com", run => run.Status() == "exited")).Visits().Should().Equal("call:cancelled:automationArchived");
        (await App.Database.CountAsync("outbox", "state = 4 AND due_at IS NULL")).Should().Be(1);
    }

    [Test]
    public async Task F4_a_claim_without_a_result_is_taken_over_and_its_late_result_changes_nothing()
    {
        var ada = await App.RegisterAsync();
        await ada.LiveWorkflowAsync("signUp", [Call("/held", next: "after"), new { id = "after", type = "wait", @for = "P1D" }]);
        await ada.EventAsync("bob@example.com", "signUp");
        await _receiver.UntilCallsAsync(1);

        // As if another node had claimed it, and its lease were over.
        await App.Database.ScalarAsync($"UPDATE outbox SET claim = {OtherId}, due_at = 1");
        await _receiver.UntilCallsAsync(2);
        _receiver.Release();

        var run = await ada.UntilAsync("bob@example.com", one => one.IsAt("after"));
        run.Visits().Should().Equal("call:done", "after:waiting");
        _receiver.Calls.Select(call => call.Id).Distinct().Should().ContainSingle("a receiver can tell that it is the same call");
        (await App.Database.CountAsync("outbox", "state = 2 AND claim IS NULL")).Should().Be(1);
    }

    [Test]
    public async Task F5_two_nodes_make_each_call_once()
    {
        await using var second = await App.StartSecondNodeAsync();
        var ada = await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage");
        var id = await ada.LiveWorkflowAsync("signUp", [Call("/ok", next: "again"), Call("/ok?again", id: "again")]);
        var other = second.As(ada);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => (i % 2 == 0 ? ada : other).EventAsync($"p{i}@example.com", "signUp")));

        await ada.UntilAutomationAsync(id, automation => automation.GetProperty("counts").GetProperty("completed").GetInt32() == 200);

        _receiver.Calls.Should().HaveCount(400);
        _receiver.Calls.Select(call => call.Id).Should().OnlyHaveUniqueItems();
        var counts = (await ada.GetAsync($"/api/automations/{id}")).Json.GetProperty("stepCounts").GetProperty("call");
        counts.GetProperty("passed").GetInt32().Should().Be(200);
        counts.GetProperty("byPath").GetRawText().Should().Be("""{"failed":0}""");
    }

    [Test]
    public async Task F7_a_call_that_was_claimed_finishes_as_it_was_rendered()
    {
        var ada = await App.RegisterAsync();
        var id = await ada.LiveWorkflowAsync("signUp", [Call("/failsOnce", body: "old")]);
        await ada.EventAsync("bob@example.com", "signUp");
        await ada.UntilAsync("bob@example.com", run => Reason(run).Contains("Try 2 of 8", StringComparison.Ordinal));

        (await ada.PutAsync($"/api/automations/{id}", new
        {
            name = "Flow",
            trigger = new { eventName = "signUp" },
            steps = new[] { Call("/ok", body: "new", next: "after"), new { id = "after", type = "wait", @for = "P1D" } },
            inFlight = "move",
        })).ShouldBe(200).Json.GetProperty("inFlight").GetProperty("moved").GetInt32().Should().Be(1);
        App.Clock.Advance(TimeSpan.FromMinutes(2));

        await ada.UntilAsync("bob@example.com", run => run.IsAt("after"), App.Clock);
        _receiver.Calls.Should().HaveCountGreaterThan(1).And.AllSatisfy(call => (call.Path, call.Body).Should().Be(("/failsOnce", "old")));
        _receiver.Calls.Select(call => call.Id).Distinct().Should().ContainSingle();
    }

    [Test]
    public async Task L3_erasing_a_contact_forgets_its_calls()
    {
        var ada = await App.RegisterAsync();
        await ada.LiveWorkflowAsync("signUp", [Call("/503")]);
        await ada.EventAsync("bob@example.com", "signUp");
        var run = await ada.UntilAsync("bob@example.com", one => Reason(one).Contains("Try 2 of 8", StringComparison.Ordinal));

        (await ada.DeleteAsync($"/api/contacts/{run.GetProperty("contactId").GetString()}")).ShouldBe(204);

        (await App.Database.CountAsync("outbox")).Should().Be(0);
    }

    [Test]
    public async Task M8_receivers_that_never_answer_hold_up_nobody_else()
    {
        await using var dead = await Receiver.StartAsync();
        var ada = await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage");
        await ada.LiveWorkflowAsync("dead", [new { id = "call", type = "callUrl", method = "POST", url = dead.At("/held") }]);
        await ada.LiveWorkflowAsync("alive", [Call("/ok")]);
        (await ada.PostAsync("/api/events/batch", new { events = Enumerable.Range(0, 300).Select(i => new { email = $"p{i}@example.com", eventName = "dead" }) })).ShouldBe(200);
        await dead.UntilCallsAsync(10);

        await ada.EventAsync("bob@example.com", "alive");

        await ada.UntilAsync("bob@example.com", run => run.Status() == "completed");
        (await App.Database.CountAsync("outbox", "state = 2")).Should().Be(1, "the others still wait for their answers");
    }

    private string OtherId => App.Database.Provider switch
    {
        "PostgreSql" => "'00000000-0000-0000-0000-000000000007'",
        "Sqlite" => "x'00000000000000000000000000000007'",
        _ => "0x00000000000000000000000000000007",
    };

    private static string Reason(JsonElement run) => run.GetProperty("journey").EnumerateArray().Last().GetProperty("reason").GetString()!;

    private object Call(string path, string? body = null, string? next = null, string id = "call") =>
        new { id, type = "callUrl", method = "POST", url = _receiver.At(path), body, next };
}
