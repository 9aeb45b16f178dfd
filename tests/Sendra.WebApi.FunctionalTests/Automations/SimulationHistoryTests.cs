using System.Text.Json;
using CsCheck;
using Sendra.Tests.Model;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Automations;

/// <summary>
/// Random histories: what would have happened is what did, had the automation been live from the start. A handful through HTTP
/// and a database; the unit tests run thousands against the decider.
/// </summary>
public sealed class SimulationHistoryTests(string provider) : FunctionalTest(provider)
{
    private const int Histories = 12;
    private static readonly string[] Names = ["a", "b", "c"];

    private static readonly Gen<string[]> GenExits = Gen.Bool.Array[Names.Length].Select(on => Names.Where((_, i) => on[i]).ToArray());

    private static readonly Gen<(string Trigger, string Frequency, string[] Exits, (int Contact, string Name, string Value)[][] Batches, int Cut)> GenHistory = Gen.Select(
        Gen.OneOf(Names),
        Gen.OneOf(RulesModel.Frequencies),
        GenExits,
        Gen.Select(Gen.Int[0, 4], Gen.OneOf(Names), Gen.OneOf(RulesModel.Values)).Array[1, 10].Array[1, 6],
        Gen.Int[0, 6]);

    private int _number;

    [Test]
    public async Task Point_7_a_simulation_equals_what_really_happened()
    {
        var client = await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage");
        await GenHistory.SampleAsync(history => RunAsync(client, history), iter: Histories, threads: 1);
    }

    private async Task RunAsync(TestClient client, (string Trigger, string Frequency, string[] Exits, (int Contact, string Name, string Value)[][] Batches, int Cut) history)
    {
        var prefix = $"s{Interlocked.Increment(ref _number)}-";
        string[] exits = [.. history.Exits.Select(name => prefix + name)];
        var automation = await client.LiveAutomationAsync(prefix + history.Trigger, history.Frequency, exits);

        // Cut into what came before the period and what came in it.
        var from = App.Clock.GetUtcNow();
        foreach (var (index, batch) in history.Batches.Index())
        {
            if (index == history.Cut)
            {
                App.Clock.Advance(TimeSpan.FromSeconds(1));
                from = App.Clock.GetUtcNow();
            }

            App.Clock.Advance(TimeSpan.FromDays(batch.Length % 3));
            await SendAsync(client, prefix, batch);
        }

        var decisions = await DecisionsAsync(client, prefix, automation);
        (await client.ReadAllAsync($"/api/enrollments?automationId={automation}", limit: 200)).Should().HaveCount(decisions.Count(one => one.Outcome == "enrolled"));
        var rule = JsonSerializer.SerializeToNode(EventWords.Rule(prefix + history.Trigger, history.Frequency, exits))!.AsObject();
        rule.Remove("name");
        Compare(await client.SimulateAsync(rule), decisions);
        Compare(await client.SimulateAsync(new { automationId = automation }), decisions);
        Compare(
            await client.SimulateAsync(new { automationId = automation, from }),
            [.. decisions.Where(one => one.Time >= from)]);
        (await client.PostAsync($"/api/automations/{automation}/archive")).ShouldBe(200);
    }

    private static async Task SendAsync(TestClient client, string prefix, (int Contact, string Name, string Value)[] batch)
    {
        if (batch.Length == 1)
        {
            (await client.PostAsync("/api/events/send", Event(prefix, batch[0]))).ShouldBe(200);
            return;
        }

        (await client.PostAsync("/api/events/batch", new { events = batch.Select(one => Event(prefix, one)) })).ShouldBe(200);
    }

    // What really happened stands in the log, event by event.
    private static async Task<List<Decided>> DecisionsAsync(TestClient client, string prefix, Guid automation)
    {
        var decisions = new List<Decided>();
        var names = string.Join('&', Names.Select(name => $"eventName={prefix}{name}"));
        foreach (var logged in (await client.ReadAllAsync($"/api/events?{names}", limit: 200)).Reverse())
        {
            var one = (await client.GetAsync($"/api/events/{logged.Text("id")}")).ShouldBe(200).Json;
            decisions.AddRange(
                from decision in one.GetProperty("decisions").EnumerateArray()
                where decision.GetProperty("automationId").GetGuid() == automation
                select new Decided(one.GetProperty("receivedAt").GetDateTimeOffset(), one.Text("email"), decision.Text("outcome"), decision.Text("code")));
        }

        return decisions;
    }

    private static void Compare(JsonElement simulated, List<Decided> decisions)
    {
        simulated.GetProperty("enrolled").GetInt32().Should().Be(decisions.Count(one => one.Outcome == "enrolled"));
        simulated.GetProperty("exited").GetInt32().Should().Be(decisions.Count(one => one.Outcome == "exited"));
        simulated.GetProperty("notEnrolled").EnumerateArray().Select(refusal => (refusal.Text("code"), refusal.GetProperty("count").GetInt32()))
            .Should().BeEquivalentTo(decisions.Where(one => one.Outcome == "notEnrolled").CountBy(one => one.Code).Select(code => (code.Key, code.Value)));

        var people = decisions.Where(one => one.Outcome != "notEnrolled").GroupBy(one => one.Email)
            .Select(person => (person.Key, person.Count(one => one.Outcome == "enrolled"), person.Count(one => one.Outcome == "exited"))).ToArray();
        SimulationWords.ContactsOf(simulated).Should().Equal(people);
        simulated.GetProperty("contactCount").GetInt32().Should().Be(people.Length);
        foreach (var effect in new[] { "enrolled", "exited", "notEnrolled" })
        {
            simulated.GetProperty("days").EnumerateArray().Sum(day => day.GetProperty(effect).GetInt32()).Should().Be(decisions.Count(one => one.Outcome == effect));
        }
    }

    private static object Event(string prefix, (int Contact, string Name, string Value) one) => new
    {
        email = Email(prefix, one.Contact),
        eventName = prefix + one.Name,
        eventProperties = JsonElement.Parse(RulesModel.Json(new Dictionary<string, string> { ["k"] = one.Value })),
    };

    private static string Email(string prefix, int contact) => $"{prefix}{contact}@example.com";

    private sealed record Decided(DateTimeOffset Time, string Email, string Outcome, string Code);
}
