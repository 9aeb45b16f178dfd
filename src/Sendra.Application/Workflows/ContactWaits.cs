using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.Workflows;

/// <summary>
/// The runs of a batch that wait for something of their contact, as far as they were loaded or begun: for a date of it, whose end is reckoned
/// anew when the contact changes, or for an event.
/// </summary>
public sealed class ContactWaits
{
    private readonly Dictionary<ContactId, Dictionary<EnrollmentId, WaitingRun>> _byContact = [];
    private readonly HashSet<Enrollment> _reckoned = [];

    /// <summary>What is known of the events that made and moved runs.</summary>
    public KnownEvents Events { get; } = new();

    /// <summary>Active runs whose end was recalculated.</summary>
    public IEnumerable<Enrollment> Reckoned => _reckoned.Where(run => run.Status == EnrollmentStatus.Active);

    /// <summary>All of them.</summary>
    public IEnumerable<WaitingRun> Runs => _byContact.Values.SelectMany(runs => runs.Values);

    public void Add(WaitingRun waiting)
    {
        if (!_byContact.TryGetValue(waiting.Run.ContactId, out var runs))
        {
            _byContact.Add(waiting.Run.ContactId, runs = []);
        }

        runs[waiting.Run.Id] = waiting;
    }

    /// <summary>A contact's runs that wait for an event of this name now, in the order in which it wakes them: oldest automation first (F14).</summary>
    public IReadOnlyList<WaitingRun> Awaiting(ContactId contactId, string eventName) => _byContact.TryGetValue(contactId, out var runs)
        ? [.. runs.Values
            .Where(waiting => waiting.Run.Status == EnrollmentStatus.Active && waiting.Run.AwaitedEvent == eventName)
            .OrderBy(waiting => waiting.Run.AutomationId).ThenBy(waiting => waiting.Run.Run)]
        : [];

    /// <summary>Recalculates what depends on a changed contact.</summary>
    public void Reckon(Contact contact, WalkRules rules, DateTimeOffset now)
    {
        foreach (var waiting in _byContact.GetValueOrDefault(contact.Id)?.Values.ToArray() ?? [])
        {
            var run = waiting.Run;
            if (run is { Status: EnrollmentStatus.Active, WaitsOnContact: true, IsParked: false })
            {
                var (due, held) = (run.DueAt, run.HeldDueAt);
                Reckon(waiting, contact, rules, now);
                if (run.DueAt != due || run.HeldDueAt != held)
                {
                    _reckoned.Add(run);
                }
            }
        }
    }

    // What fails here is another run's: it is due, so that whoever carries it on counts the failure as its own (F6).
    private void Reckon(WaitingRun waiting, Contact contact, WalkRules rules, DateTimeOffset now)
    {
        try
        {
            Walk.Reckon(waiting.ToWalk(contact, Events, rules, now));
        }
        catch (Exception)
        {
            waiting.Run.Rest(now, waitsOnContact: true);
        }
    }
}
