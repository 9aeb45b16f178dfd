using CsCheck;
using Sendra.Application.Ingestion;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Events;
using Sendra.Tests.Model;

namespace Sendra.Application.UnitTests.Ingestion;

/// <summary>Deciding alone, without a database: fast enough for ten thousand histories in every run.</summary>
public sealed class DeciderTests
{
    private static readonly Guid Workspace = Guid.CreateVersion7();
    private static readonly string[] Names = ["a", "b", "c"];
    private static readonly string[] Contacts = ["ada@example.com", "bob@example.com"];

    private static readonly Gen<(string Trigger, bool Once, string[] Exits, bool Paused)> GenAutomation = Gen.Select(
        Gen.OneOf(Names), Gen.Bool, Gen.Bool.Array[Names.Length].Select(on => Names.Where((_, i) => on[i]).ToArray()), Gen.Bool);

    private static readonly Gen<(string Contact, string Name)[][]> GenBatches =
        Gen.Select(Gen.OneOf(Contacts), Gen.OneOf(Names)).Array[1, 6].Array[1, 6];

    [Test]
    public void E11_A2_A3_A4_A5_events_decide_the_same_in_whatever_batches_they_come() =>
        Gen.Select(GenAutomation.Array[1, 3], GenBatches).Sample(
            (automations, batches) =>
            {
                var ids = new IdGenerator(TimeProvider.System);
                var model = new RulesModel();
                var rules = new WorkspaceRules(Guid.NewGuid(), [.. automations.Select((one, i) => Make(one, ids, model, i))], []);
                var store = new MemoryStore(rules);
                foreach (var batch in batches)
                {
                    var set = store.Load(Workspace);
                    foreach (var (contact, name) in batch)
                    {
                        var outcome = Decider.Decide(Workspace, Event(contact, name), set, ids).Outcome;
                        (outcome.Enrolled, outcome.Exited).Should().Be(model.Send(contact, name));
                    }

                    store.Save(set);
                }
            },
            iter: 10_000);

    private static Automation Make((string Trigger, bool Once, string[] Exits, bool Paused) one, IdGenerator ids, RulesModel model, int index)
    {
        model.Add(one.Trigger, one.Once, one.Exits);
        model.SetStatus(index, one.Paused ? "paused" : "live");
        var automation = Automation.Create(
            ids.Next(), Workspace, one.Trigger, Name(one.Trigger), one.Once ? Frequency.OncePerContact : Frequency.EveryTime, one.Exits.Select(Name));
        automation.Activate(DateTimeOffset.UnixEpoch);
        if (one.Paused)
        {
            automation.Pause(DateTimeOffset.UnixEpoch);
        }

        return automation;
    }

    private static IncomingEvent Event(string contact, string name)
    {
        EmailAddress.TryParse(contact, out var email, out _).Should().BeTrue();
        return new IncomingEvent(email!, Name(name), null, null, null, EventOrigin.Api);
    }

    private static EventName Name(string text)
    {
        EventName.TryParse(text, out var name, out _).Should().BeTrue();
        return name!;
    }
}
