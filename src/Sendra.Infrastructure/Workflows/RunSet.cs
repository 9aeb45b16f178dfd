using Sendra.Application.Ingestion;
using Sendra.Application.Workflows;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;

namespace Sendra.Infrastructure.Workflows;

/// <summary>Runs of one workspace with all that their walks depend on, their contacts locked.</summary>
/// <param name="Rules">The workspace's rules.</param>
/// <param name="Contacts">Their contacts, by id.</param>
/// <param name="Runs">The runs that were asked for, as far as they are still active.</param>
/// <param name="Waits">What else depends on these contacts.</param>
/// <param name="Histories">What their steps may ask of the contacts' past, by contact.</param>
/// <param name="Places">How many more sent events may wait; null when none of them may send any.</param>
internal sealed record RunSet(
    WorkspaceRules Rules, IReadOnlyDictionary<ContactId, Contact> Contacts, IReadOnlyList<WaitingRun> Runs, ContactWaits Waits,
    IReadOnlyDictionary<ContactId, EventHistory> Histories, EventPlaces? Places)
{
    private readonly HashSet<Contact> _changedContacts = [];

    public IReadOnlyCollection<Contact> ChangedContacts => _changedContacts;

    /// <summary>What there is to save.</summary>
    public IReadOnlyList<Enrollment> Changed(IEnumerable<Enrollment> moved) => [.. moved.Union(Waits.Reckoned)];

    /// <summary>
    /// Lets a run go on by the newest version, when that still has the step at which it is. Its wait is reckoned anew from
    /// when it began; one that is over by now is due at once (F7).
    /// </summary>
    /// <returns>False when it stays on its version.</returns>
    public bool Move(WaitingRun waiting, DateTimeOffset now)
    {
        var run = waiting.Run;
        if (Rules.Automation(run.AutomationId) is not { } newest
            || run.Version >= newest.Automation.Version
            || run.StepId is not { } at
            || !newest.Workflow.TakesOver(at, waiting.Workflow))
        {
            return false;
        }

        run.Follow(newest.Automation.Version);

        // A parked run waits for a person, not for a time.
        if (!run.IsParked)
        {
            Walk.Reckon((waiting with { Workflow = newest.Workflow }).ToWalk(Contacts[run.ContactId], Waits.Events, Rules.Walking, now));
        }

        return true;
    }

    /// <summary>Carries a run on from where it rests, and reckons anew what depends on a contact that it changes.</summary>
    public void Carry(WaitingRun waiting, DateTimeOffset now)
    {
        var contact = Contacts[waiting.Run.ContactId];
        var context = waiting.ToWalk(contact, Waits.Events, Rules.Walking, now, Histories.GetValueOrDefault(contact.Id), Places);
        Walk.Carry(context);
        if (context.ContactChanged)
        {
            _changedContacts.Add(contact);
            Waits.Reckon(contact, Rules.Walking, now);
        }
    }
}
