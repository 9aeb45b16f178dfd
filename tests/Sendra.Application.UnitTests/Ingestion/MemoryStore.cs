using Sendra.Application.Ingestion;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.UnitTests.Ingestion;

/// <summary>What a database keeps between two batches: nothing but what was saved, loaded as new objects.</summary>
internal sealed class MemoryStore
{
    private readonly Dictionary<string, Contact> _contacts = [];
    private readonly Dictionary<RunsKey, LastRun> _lastRuns = [];
    private readonly Dictionary<(RunsKey Runs, KeyHash Key), EnrollmentId> _holders = [];
    private readonly Dictionary<EnrollmentId, Enrollment> _active = [];

    public WorkingSet Load(WorkspaceId workspaceId, WorkspaceRules rules, IEnumerable<IncomingEvent> events)
    {
        var needed = new NeededRuns();
        foreach (var incoming in events)
        {
            if (_contacts.TryGetValue(incoming.Person.Email!.Value, out var known))
            {
                needed.Add(workspaceId, rules, known.Id, incoming);
            }
        }

        return new WorkingSet(
            new Dictionary<WorkspaceId, WorkspaceRules> { [workspaceId] = rules },
            _contacts.Values.Select(one => Contact.Restore(
                one.Id, one.WorkspaceId, one.Email, one.FirstName, one.LastName, one.Name, one.CustomFields, one.LastEventId, one.ExternalId)),
            needed.Fill(
                needed.LastEnrollments.Concat(needed.LastRuns).Where(_lastRuns.ContainsKey)
                    .ToDictionary(key => key, key => needed.LastEnrollments.Contains(key) ? _lastRuns[key] : new LastRun(_lastRuns[key].Number)),
                [.. needed.Active.SelectMany(ActiveOf), .. needed.NewestActive.Select(key => ActiveOf(key).MaxBy(run => run.Run)).OfType<Enrollment>()],
                needed.Keys.Where(_holders.ContainsKey).ToDictionary(key => key, key => _holders[key])));
    }

    public void Save(WorkingSet set, IEnumerable<Contact> touched)
    {
        foreach (var contact in set.NewContacts)
        {
            _contacts.Add(contact.Email, contact);
        }

        foreach (var contact in touched)
        {
            _contacts.ContainsKey(contact.Email).Should().BeTrue("an update makes no row");
            _contacts[contact.Email] = contact;
        }

        foreach (var run in set.Runs.SelectMany(runs => runs.Begun))
        {
            var key = KeyOf(run);
            run.Run.Should().Be(_lastRuns.GetValueOrDefault(key).Number + 1);
            _lastRuns[key] = new LastRun(run.Run, run.Id);
            if (run.KeyHash is { } hash)
            {
                _holders.TryAdd((key, hash), run.Id).Should().BeTrue("a key is held once");
            }

            if (run.Status == EnrollmentStatus.Active)
            {
                _active.Add(run.Id, run);
            }
        }

        foreach (var run in set.Runs.SelectMany(runs => runs.Dropped))
        {
            _active.Remove(run.Id).Should().BeTrue("a run is dropped once");
        }
    }

    public EnrollmentId LastOf(ContactId contactId) => _lastRuns.Where(run => run.Key.ContactId == contactId).Select(run => run.Value.Id ?? default).SingleOrDefault();

    public IReadOnlyList<(ContactId ContactId, KeyHash Key)> Keys => [.. _holders.Keys.Select(one => (one.Runs.ContactId, one.Key))];

    public void ExitOldest(string email, AutomationId automationId) =>
        _active.Remove(_active.Values.Where(run => run.ContactId == _contacts[email].Id && run.AutomationId == automationId).MinBy(run => run.Run)!.Id);

    private IEnumerable<Enrollment> ActiveOf(RunsKey key) =>
        _active.Values.Where(run => KeyOf(run) == key).Select(run => Enrollment.RestoreActive(
            run.Id, run.WorkspaceId, run.AutomationId, run.ContactId, run.Run, run.Version, run.Step, run.EnrolledByEventId, run.ResumeAt));

    private static RunsKey KeyOf(Enrollment run) => new(run.WorkspaceId, run.ContactId, run.AutomationId);
}
