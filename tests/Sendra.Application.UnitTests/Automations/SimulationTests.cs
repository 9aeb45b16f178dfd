using CsCheck;
using NodaTime;
using Sendra.Application.Automations;
using Sendra.Application.Automations.SimulateAutomation;
using Sendra.Application.Ingestion;
using Sendra.Application.UnitTests.Common;
using Sendra.Application.UnitTests.Ingestion;
using Sendra.Application.Workflows;
using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Events;
using Sendra.Tests.Model;

namespace Sendra.Application.UnitTests.Automations;

/// <summary>What would have happened is what the decider did, had the automation been live from the start.</summary>
public sealed class SimulationTests
{
    private static readonly WorkspaceId Workspace = new(Guid.CreateVersion7());
    private static readonly string[] Names = ["a", "b", "c"];

    private static readonly Gen<History> GenHistory = Gen.Select(
        Gen.OneOf(Names),
        Gen.OneOf(RulesModel.Frequencies),
        Gen.Bool.Array[Names.Length].Select(on => Names.Where((_, i) => on[i]).ToArray()),
        Gen.Select(Gen.Int[0, 4], Gen.OneOf(Names), Gen.OneOf(RulesModel.Values)).Array[1, 10].Array[1, 6],
        Gen.Int[0, 6],
        (trigger, frequency, exits, batches, cut) => new History(trigger, frequency, exits, batches, cut));

    [Test]
    public void Point_7_a_simulation_equals_what_the_decider_did() => GenHistory.Sample(
        history =>
        {
            var time = new TestTime();
            var ids = new IdGenerator(time);
            var automation = Automation.Create(ids.Next<AutomationId>(), Workspace, Frequencies.Define(history.Trigger, history.Frequency, history.Exits));
            automation.Activate(DateTimeOffset.UnixEpoch);
            var store = new MemoryStore();
            var cut = Math.Min(history.Cut, history.Batches.Length);
            var decided = Decide(history.Batches[..cut], automation, ids, time, store);
            var past = decided.GroupBy(one => one.Contact.Id).ToDictionary(
                events => events.Key,
                events => new PastRuns(events.Sum(one => one.Outcome.Enrolled), events.Sum(one => one.Outcome.Enrolled - one.Outcome.Exited), store.LastOf(events.Key)));
            var keys = store.Keys;
            var later = Decide(history.Batches[cut..], automation, ids, time, store);

            // From the beginning, and only what came after the cut, with the runs of before.
            Compare(Simulate(automation, [.. decided, .. later], [], []), [.. decided, .. later]);
            Compare(Simulate(automation, later, past, keys), later);
        },
        iter: 2_000);

    private static SimulationResult Simulate(Automation automation, IReadOnlyList<DecidedEvent> events, Dictionary<ContactId, PastRuns> past, IEnumerable<(ContactId, KeyHash)> keys)
    {
        var simulation = new Simulation(automation);
        simulation.Know(keys);
        foreach (var one in events.Where(one => automation.ListensTo(one.Event.EventName)))
        {
            if (past.Count > 0 && simulation.IsNew(one.Contact.Id))
            {
                simulation.Know(one.Contact.Id, past.GetValueOrDefault(one.Contact.Id), []);
            }

            simulation.Take(one.Event.EventName, new PastEvent(one.Event.Id, one.Contact.Id), ContextOf(one));
        }

        simulation.Settle();
        return simulation.Result(null, DateTimeOffset.MaxValue, events.DistinctBy(one => one.Contact.Id).ToDictionary(one => one.Contact.Id, one => one.Contact.Email), new StepWalks(Workflow.None, new WalkRules(new Dictionary<string, CustomField>(), DateTimeZone.Utc, null)));
    }

    private static void Compare(SimulationResult simulated, IReadOnlyList<DecidedEvent> events)
    {
        var decisions = events.SelectMany(one => one.Outcome.Decisions.Select(decision => (one.Contact, decision.Outcome, decision.Code))).ToArray();
        int Count(DecisionOutcome outcome) => decisions.Count(one => one.Outcome == outcome);
        simulated.Enrolled.Should().Be(Count(DecisionOutcome.Enrolled));
        simulated.Exited.Should().Be(Count(DecisionOutcome.Exited));
        simulated.NotEnrolled.Select(refusal => (refusal.Code, refusal.Count)).Should().BeEquivalentTo(
            decisions.Where(one => one.Outcome == DecisionOutcome.NotEnrolled).GroupBy(one => one.Code).Select(code => (code.Key, code.LongCount())));
        simulated.Contacts.Select(contact => (contact.Email, contact.Enrolled, contact.Exited)).Should().Equal(
            decisions.Where(one => one.Outcome != DecisionOutcome.NotEnrolled).GroupBy(one => one.Contact.Email).Select(person => (
                person.Key, person.Count(one => one.Outcome == DecisionOutcome.Enrolled), person.Count(one => one.Outcome == DecisionOutcome.Exited))));
        simulated.Days.Sum(day => day.Enrolled).Should().Be(simulated.Enrolled);
        simulated.Days.Sum(day => day.Exited).Should().Be(simulated.Exited);
        simulated.Days.Sum(day => day.NotEnrolled).Should().Be(Count(DecisionOutcome.NotEnrolled));
    }

    private static List<DecidedEvent> Decide((int Contact, string Name, string Value)[][] batches, Automation automation, IdGenerator ids, TestTime time, MemoryStore store)
    {
        var all = new List<DecidedEvent>();
        var rules = new WorkspaceRules(Guid.NewGuid(), [new KnownAutomation(automation, Workflow.None)], WalkRules.Default, []);
        foreach (var batch in batches)
        {
            time.Leap(batch.Length % 3);
            var events = batch.Select(one => Event(one.Contact, one.Name, one.Value)).ToArray();
            var set = store.Load(Workspace, rules, events);
            var decided = events.Select(one => Decider.Decide(Workspace, one, set, ids)).ToArray();
            store.Save(set, decided.Select(one => one.Contact));
            all.AddRange(decided);
        }

        return all;
    }

    private static ConditionContext ContextOf(DecidedEvent one) => new(
        one.Contact, new Dictionary<string, CustomField>(), one.Event.Properties, one.Event.Properties, Instant.FromDateTimeOffset(TimeOrderedId.TimeOf(one.Event.Id)), DateTimeZone.Utc);

    private static IncomingEvent Event(int contact, string text, string value)
    {
        EmailAddress.TryParse($"{contact}@example.com", out var email, out _).Should().BeTrue();
        EventName.TryParse(text, out var name, out _).Should().BeTrue();
        return new IncomingEvent(email!, name!, new RawJson(RulesModel.Json(new Dictionary<string, string> { ["k"] = value })), null, null, EventOrigin.Api);
    }

    private sealed record History(string Trigger, string Frequency, string[] Exits, (int Contact, string Name, string Value)[][] Batches, int Cut);
}
