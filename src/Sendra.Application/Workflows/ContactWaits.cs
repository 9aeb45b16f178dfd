using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.Workflows;

/// <summary>
/// The runs of a batch whose waits depend on their contact, as far as they were loaded or begun: when the contact changes, their ends are
/// reckoned anew.
/// </summary>
public sealed class ContactWaits
{
    private readonly Dictionary<ContactId, List<WaitingRun>> _byContact = [];
    private readonly HashSet<Enrollment> _reckoned = [];

    /// <summary>Those whose end was reckoned anew, and that are still under way.</summary>
    public IEnumerable<Enrollment> Reckoned => _reckoned.Where(run => run.Status == EnrollmentStatus.Active);

    public void Add(WaitingRun waiting)
    {
        if (!_byContact.TryGetValue(waiting.Run.ContactId, out var runs))
        {
            _byContact.Add(waiting.Run.ContactId, runs = []);
        }

        runs.Add(waiting);
    }

    /// <summary>Reckons anew what depends on a contact that has changed.</summary>
    public void Reckon(Contact contact, WalkRules rules, DateTimeOffset now)
    {
        foreach (var waiting in _byContact.GetValueOrDefault(contact.Id, []))
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
    private static void Reckon(WaitingRun waiting, Contact contact, WalkRules rules, DateTimeOffset now)
    {
        try
        {
            Walk.Reckon(new WalkContext(waiting.Workflow, waiting.Run, contact, waiting.TriggerProperties, waiting.TriggerProperties, rules, now));
        }
        catch (Exception)
        {
            waiting.Run.Rest(now, waitsOnContact: true);
        }
    }
}
