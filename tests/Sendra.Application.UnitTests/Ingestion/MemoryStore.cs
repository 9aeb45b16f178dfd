using Sendra.Application.Ingestion;
using Sendra.Application.Workflows;
using Sendra.Domain.Common;
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
    private readonly Dictionary<EventId, RawJson?> _events = [];

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

        // The same run is one object, whatever it is loaded for. Events are known as far as they are asked for.
        var waits = new ContactWaits();
        var loaded = new Dictionary<EnrollmentId, Enrollment>();
        foreach (var key in needed.Awaiting.Concat(needed.AwaitingWithTriggers))
        {
            foreach (var run in _active.Values.Where(run => run.ContactId == key.ContactId && run.AwaitedEvent == key.EventName).Select(Loaded))
            {
                waits.Add(new WaitingRun(run, rules.WorkflowOf(run.AutomationId)));
                Note(run, needed.AwaitingWithTriggers.Contains(key));
            }
        }

        Enrollment[] active = [.. needed.Active.SelectMany(ActiveOf), .. needed.ActiveWithTriggers.SelectMany(ActiveOf)];
        foreach (var run in active)
        {
            Note(run, needed.ActiveWithTriggers.Contains(KeyOf(run)));
        }

        return new WorkingSet(
            new Dictionary<WorkspaceId, WorkspaceRules> { [workspaceId] = rules },
            _contacts.Values.Select(one => Contact.Restore(
                one.Id, one.WorkspaceId, one.Email, one.FirstName, one.LastName, one.Name, one.CustomFields, one.LastEventId, one.ExternalId)),
            needed.Fill(
                needed.LastEnrollments.Concat(needed.LastRuns).Where(_lastRuns.ContainsKey)
                    .ToDictionary(key => key, key => needed.LastEnrollments.Contains(key) ? _lastRuns[key] : new LastRun(_lastRuns[key].Number)),
                [.. active, .. needed.NewestActive.Select(key => ActiveOf(key).MaxBy(run => run.Run)).OfType<Enrollment>()],
                needed.Keys.Where(_holders.ContainsKey).ToDictionary(key => key, key => _holders[key]),
                waits.Events),
            waits);

        IEnumerable<Enrollment> ActiveOf(RunsKey key) => _active.Values.Where(run => KeyOf(run) == key).Select(Loaded);

        Enrollment Loaded(Enrollment run) => loaded.TryGetValue(run.Id, out var same) ? same : loaded[run.Id] = Restore(run);

        void Note(Enrollment run, bool withTrigger)
        {
            if (withTrigger)
            {
                waits.Events.Note(run.EnrolledByEventId, _events.GetValueOrDefault(run.EnrolledByEventId));
            }
        }
    }

    public void Save(WorkingSet set, IEnumerable<Contact> touched, IEnumerable<(EventId Id, RawJson? Properties)> events)
    {
        foreach (var (id, properties) in events)
        {
            _events.Add(id, properties);
        }

        Save(set, touched);
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

        foreach (var run in set.Woken.Where(run => run.Loaded is not null))
        {
            _active.Remove(run.Id).Should().BeTrue("what is woken was under way");
            if (run.Status == EnrollmentStatus.Active)
            {
                _active.Add(run.Id, run);
            }
        }

        foreach (var run in set.Runs.SelectMany(runs => runs.Dropped).Except(set.Woken))
        {
            _active.Remove(run.Id).Should().BeTrue("a run is dropped once");
        }
    }

    public EnrollmentId LastOf(ContactId contactId) => _lastRuns.Where(run => run.Key.ContactId == contactId).Select(run => run.Value.Id ?? default).SingleOrDefault();

    public IReadOnlyList<(ContactId ContactId, KeyHash Key)> Keys => [.. _holders.Keys.Select(one => (one.Runs.ContactId, one.Key))];

    public void ExitOldest(string email, AutomationId automationId) =>
        _active.Remove(_active.Values.Where(run => run.ContactId == _contacts[email].Id && run.AutomationId == automationId).MinBy(run => run.Run)!.Id);

    private static Enrollment Restore(Enrollment run) => Enrollment.RestoreActive(
        run.Id,
        run.WorkspaceId,
        run.AutomationId,
        run.ContactId,
        run.Run,
        run.Version,
        run.Step,
        run.EnrolledByEventId,
        run.ResumeAt,
        new RunPosition(
            run.StepId,
            run.VisitNumber,
            run.EnteredAt,
            run.DueAt,
            run.HeldDueAt,
            run.WaitsOnContact,
            run.Failures,
            run.ParkedBecause,
            run.AwaitedEvent,
            run.ReceivedEventId,
            run.MovedByEventId));

    private static RunsKey KeyOf(Enrollment run) => new(run.WorkspaceId, run.ContactId, run.AutomationId);
}
