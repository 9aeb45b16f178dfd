using CsCheck;
using Sendra.Application.Ingestion;
using Sendra.Application.UnitTests.Common;
using Sendra.Application.Workflows;
using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Events;
using Sendra.Tests.Model;

namespace Sendra.Application.UnitTests.Ingestion;

/// <summary>Deciding alone, without a database: fast enough for ten thousand histories in every run.</summary>
public sealed class DeciderTests
{
    private static readonly WorkspaceId Workspace = new(Guid.CreateVersion7());
    private static readonly string[] Names = ["a", "b", "c"];
    private static readonly string[] Contacts = ["ada@example.com", "bob@example.com"];

    private static readonly Gen<Setup> GenSetup = Gen.Select(
        Gen.OneOf(Names), Gen.OneOf(RulesModel.Frequencies), Gen.Bool.Array[Names.Length].Select(on => Names.Where((_, i) => on[i]).ToArray()), Gen.Bool,
        (trigger, frequency, exits, paused) => new Setup(trigger, frequency, exits, paused));

    private static readonly Gen<Sent> GenSent = Gen.Select(
        Gen.OneOf(Contacts), Gen.OneOf(Names), Gen.OneOf<string?>("x", "y", null), Gen.Bool, Gen.OneOf(RulesModel.Values).Array[2],
        (contact, name, value, patched, values) => new Sent(contact, name, value, patched, new Dictionary<string, string> { ["k"] = values[0], ["m"] = values[1] }));

    // Each round is a batch of events; before it some days pass, and an automation is edited, paused or made live again, or a run is exited by hand.
    private static readonly Gen<Round> GenRound = Gen.Select(
        GenSent.Array[1, 6], Gen.Int[0, 2], GenSetup, Gen.Bool, Gen.Int[0, 2], (events, automation, setup, exit, days) => new Round(events, automation, setup, exit, days));

    [Test]
    public void E4_E11_A1_A2_A3_A4_A5_A6_Frequencies_events_decide_the_same_in_whatever_batches_they_come() =>
        Gen.Select(GenSetup.Array[1, 3], GenRound.Array[1, 6]).Sample(
            (setups, rounds) =>
            {
                var time = new TestTime();
                var ids = new IdGenerator(time);
                var model = new RulesModel();
                var automations = setups.Select((setup, i) => Make(setup, ids, model, i)).ToArray();
                var store = new MemoryStore();
                foreach (var round in rounds)
                {
                    time.Leap(round.Days);
                    model.Day += round.Days;
                    Change(round, automations, model, store);
                    var events = round.Events.Select(sent => (Sent: sent, Incoming: Event(sent))).ToArray();
                    var rules = new WorkspaceRules(
                        Guid.NewGuid(), automations.Reverse().Select(automation => new KnownAutomation(automation, Workflow.None)), WalkRules.Default, []);
                    var set = store.Load(Workspace, rules, events.Select(one => one.Incoming));
                    var touched = new List<Contact>();
                    foreach (var (sent, incoming) in events)
                    {
                        var decided = Decider.Decide(Workspace, incoming, set, ids);
                        Check(decided, sent, model, automations);
                        touched.Add(decided.Contact);
                    }

                    store.Save(set, touched);
                }
            },
            iter: 10_000);

    private static void Check(DecidedEvent decided, Sent sent, RulesModel model, Automation[] automations)
    {
        var outcome = decided.Outcome;
        (outcome.Enrolled, outcome.Exited).Should().Be(model.Send(sent.Contact, sent.Name, sent.Patch, sent.Values));
        decided.Contact.FirstName.Should().Be(model.PropertiesOf(sent.Contact)!.GetValueOrDefault("firstName"));
        decided.Contact.LastEventId.Should().Be(outcome.EventId).And.Be(decided.Event.Id);
        outcome.Decisions.Count(one => one.Outcome == DecisionOutcome.Enrolled).Should().Be(outcome.Enrolled);
        outcome.Decisions.Count(one => one.Outcome == DecisionOutcome.Exited).Should().Be(outcome.Exited);
        outcome.Decisions.Select(one => one.Outcome == DecisionOutcome.Exited).Should().BeInDescendingOrder("all exits come before all enrollments");
        foreach (var decisions in outcome.Decisions.GroupBy(one => one.Outcome == DecisionOutcome.Exited))
        {
            decisions.Select(one => one.AutomationId).Distinct().Should().Equal(
                automations.Select(one => one.Id).Where(id => decisions.Any(decision => decision.AutomationId == id)),
                "automations decide in the order in which they were made");
        }
    }

    private static void Change(Round round, Automation[] automations, RulesModel model, MemoryStore store)
    {
        var index = round.Automation % automations.Length;
        var (automation, setup) = (automations[index], round.Setup);
        if (round.ExitByHand)
        {
            foreach (var contact in Contacts)
            {
                if (model.RunsOf(contact, index).ToList().FindIndex(run => run.Active) is var oldest and >= 0)
                {
                    store.ExitOldest(contact, automation.Id);
                    model.ExitByHand(contact, index, oldest);
                }
            }

            return;
        }

        automation.Edit(Of(setup), AutomationVersion.Of(automation, Workflow.None, null), DateTimeOffset.UnixEpoch, null);
        model.Edit(index, setup.Trigger, setup.Frequency, setup.Exits);
        Move(automation, setup.Paused);
        model.SetStatus(index, setup.Paused ? "paused" : "live");
    }

    private static Automation Make(Setup setup, IdGenerator ids, RulesModel model, int index)
    {
        model.Add(setup.Trigger, setup.Frequency, setup.Exits);
        model.SetStatus(index, setup.Paused ? "paused" : "live");
        var automation = Automation.Create(ids.Next<AutomationId>(), Workspace, Of(setup));
        automation.Activate(DateTimeOffset.UnixEpoch);
        Move(automation, setup.Paused);
        return automation;
    }

    private static void Move(Automation automation, bool paused)
    {
        if (paused)
        {
            automation.Pause(DateTimeOffset.UnixEpoch);
        }
        else
        {
            automation.Activate(DateTimeOffset.UnixEpoch);
        }
    }

    private static AutomationDefinition Of(Setup setup) => Frequencies.Define(setup.Trigger, setup.Frequency, setup.Exits);

    private static IncomingEvent Event(Sent sent)
    {
        EmailAddress.TryParse(sent.Contact, out var email, out _).Should().BeTrue();
        return new IncomingEvent(email!, Name(sent.Name), new RawJson(RulesModel.Json(sent.Values)), sent.Json, null, EventOrigin.Api);
    }

    private static EventName Name(string text)
    {
        EventName.TryParse(text, out var name, out _).Should().BeTrue();
        return name!;
    }

    private sealed record Setup(string Trigger, string Frequency, string[] Exits, bool Paused);

    private sealed record Round(Sent[] Events, int Automation, Setup Setup, bool ExitByHand, int Days);

    private sealed record Sent(string Contact, string Name, string? Value, bool Patched, IReadOnlyDictionary<string, string> Values)
    {
        public IReadOnlyDictionary<string, string?>? Patch => Patched ? new Dictionary<string, string?> { ["firstName"] = Value } : null;

        public RawJson? Json => Patched ? new RawJson(Value is null ? "{\"firstName\":null}" : $"{{\"firstName\":\"{Value}\"}}") : null;
    }
}
