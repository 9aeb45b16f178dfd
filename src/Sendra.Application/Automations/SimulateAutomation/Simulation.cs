using System.Runtime.InteropServices;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Events;

namespace Sendra.Application.Automations.SimulateAutomation;

/// <summary>
/// Lets an automation decide on past events. The automation itself decides; this only remembers its runs as numbers, where
/// ingestion reads rows.
/// </summary>
/// <param name="automation">The automation, live.</param>
internal sealed class Simulation(Automation automation)
{
    private readonly Dictionary<DecisionReason, long> _refusals = [];
    private readonly SortedDictionary<DateTimeOffset, SimulatedDay> _days = [];
    private readonly Dictionary<ContactId, SimulatedRuns> _contacts = [];
    // The events that made the runs under way, oldest first, as far as exits ask for them.
    private readonly Dictionary<ContactId, List<EventId>>? _triggers = automation.ExitConditions is null ? null : [];
    private readonly List<(EventId EventId, ContactId ContactId)> _first = [];
    private List<(EventId EventId, ContactId ContactId, SimulatedRuns Runs)> _named = [];
    private readonly HashSet<(ContactId ContactId, KeyHash Key)> _keys = [];
    private readonly List<(EventId EventId, ContactId ContactId)> _newlyEnrolled = [];
    private List<(EventId EventId, ContactId ContactId)> _firstEnrolled = [];
    private long _contactCount;
    private long _events;

    /// <summary>True if a contact isn't known yet, so its earlier runs must be given.</summary>
    public bool IsNew(ContactId contactId) => !_contacts.ContainsKey(contactId);

    /// <summary>Gives the state of a contact's runs at the start of the period.</summary>
    /// <param name="triggers">The events that made the active ones, oldest first, where exits have conditions.</param>
    public void Know(ContactId contactId, PastRuns runs, IEnumerable<EventId> triggers)
    {
        _contacts.Add(contactId, new SimulatedRuns { LastRun = runs.LastRun, Active = runs.Active, Last = runs.Last });
        _triggers?.Add(contactId, [.. triggers]);
    }

    /// <summary>The events that made runs and that decisions on some events may read.</summary>
    public IReadOnlyCollection<EventId> TriggersFor(IReadOnlyList<(string Name, PastEvent Event)> part)
    {
        var contacts = part.Where(one => automation.DependsOnTriggers(one.Name)).Select(one => one.Event.ContactId).ToHashSet();
        return
        [
            .. contacts.SelectMany(id => _triggers!.GetValueOrDefault(id) ?? []),
            .. part.Where(one => one.Name == automation.TriggerEvent && contacts.Contains(one.Event.ContactId)).Select(one => one.Event.Id),
        ];
    }

    /// <summary>Tells which keys were held when the period began.</summary>
    public void Know(IEnumerable<(ContactId ContactId, KeyHash Key)> keys) => _keys.UnionWith(keys);

    /// <summary>Applies one event. A contact's events must come in order.</summary>
    /// <param name="name">The event's name.</param>
    /// <param name="past">The event.</param>
    /// <param name="context">What conditions and frequency are evaluated on, where the decision depends on it.</param>
    /// <param name="events">The events of <see cref="TriggersFor"/>; null when there are none.</param>
    public void Take(string name, PastEvent past, ConditionContext? context, KnownEvents? events = null)
    {
        if (context is null && automation.DependsOnContext(name))
        {
            // Purged or erased since it was read.
            return;
        }

        _events++;
        if (name != automation.TriggerEvent && IsNew(past.ContactId))
        {
            // Nothing to drop, so nothing to remember.
            return;
        }

        ref var contact = ref CollectionsMarshal.GetValueRefOrAddDefault(_contacts, past.ContactId, out _);
        var before = contact.HasEffect;

        // As ingestion does it: what the decision depends on is told, and nothing else.
        var needsActive = automation.DependsOnActiveRuns(name);
        var key = context is null ? null : automation.DependsOnKey(name, context.EventProperties);
        var runs = new ContactRuns(
            automation.WorkspaceId,
            automation.Id,
            past.ContactId,
            automation.DependsOnLastRun(name) ? contact.LastRun : null,
            needsActive ? Active(past, contact) : null,
            contact.Last,
            automation.DependsOnNewestActiveRun(name) ? Active(past, contact).TakeLast(1) : null,
            key is { } asked ? [KeyValuePair.Create(asked, _keys.Contains((past.ContactId, asked)) ? RunOf(past) : (EnrollmentId?)null)] : null,
            events);
        var enrolledBefore = contact.Enrolled;
        foreach (var decision in automation.React(past.Id, name, runs, () => RunOf(past), context))
        {
            Count(decision, past, ref contact);
        }

        if (enrolledBefore == 0 && contact.Enrolled > 0 && _newlyEnrolled.Count < SimulationResult.MaxContacts)
        {
            _newlyEnrolled.Add((past.Id, past.ContactId));
        }

        if (runs.Begun.Count > 0)
        {
            contact.LastRun += runs.Begun.Count;
            contact.Last = runs.Begun[^1].Id;
            _keys.UnionWith(runs.Begun.Where(run => run.KeyHash is not null).Select(run => (past.ContactId, run.KeyHash!.Value)));
        }

        contact.Active = needsActive ? runs.Active.Count : contact.Active + runs.Begun.Count;
        NoteTriggers(past.ContactId, runs, needsActive);
        if (!before && contact.HasEffect && _first.Count < SimulationResult.MaxContacts)
        {
            _first.Add((past.Id, past.ContactId));
        }
    }

    /// <summary>Forgets the contacts, which have no more events, and keeps what the result says about them.</summary>
    public void Settle()
    {
        _contactCount += _contacts.Values.LongCount(runs => runs.HasEffect);
        _named = [.. _named.Concat(_first.Select(one => (one.EventId, one.ContactId, _contacts[one.ContactId])))
            .OrderBy(one => one.EventId).Take(SimulationResult.MaxContacts)];
        _firstEnrolled = [.. _firstEnrolled.Concat(_newlyEnrolled).OrderBy(one => one.EventId).Take(SimulationResult.MaxContacts)];
        _newlyEnrolled.Clear();
        _first.Clear();
        _contacts.Clear();
        _keys.Clear();
        _triggers?.Clear();
    }

    /// <summary>The first contacts that would have been enrolled, each with the event that would have done it first.</summary>
    public IReadOnlyList<(EventId EventId, ContactId ContactId)> FirstEnrolled => _firstEnrolled;

    /// <summary>The contacts that the result will name.</summary>
    public IReadOnlyCollection<ContactId> Named => [.. _named.Select(one => one.ContactId)];

    /// <summary>The result, once all contacts are settled.</summary>
    public SimulationResult Result(DateTimeOffset? from, DateTimeOffset to, IReadOnlyDictionary<ContactId, string> emails, StepWalks walks) => new(
        from,
        to,
        _events,
        _days.Values.Sum(day => day.Enrolled),
        _days.Values.Sum(day => day.Exited),
        [.. _refusals.OrderBy(refusal => refusal.Key)
            .Select(refusal => new SimulatedRefusal(refusal.Key, new Decision(automation.Id, refusal.Key).Explanation, refusal.Value))],
        [.. _days.Values],
        _contactCount,
        [
            .. from one in _named
               where emails.ContainsKey(one.ContactId)
               select new SimulatedContact(
                   one.ContactId, emails[one.ContactId], TimeOrderedId.TimeOf(one.EventId), one.Runs.Enrolled, one.Runs.Exited, one.Runs.NotEnrolled),
        ],
        walks.Contacts,
        walks.Steps);

    private IEnumerable<Enrollment> Active(PastEvent past, SimulatedRuns contact)
    {
        for (var i = 0; i < contact.Active; i++)
        {
            var run = contact.LastRun - contact.Active + 1 + i;
            var madeBy = _triggers is null ? past.Id : _triggers[past.ContactId][i];
            yield return Enrollment.RestoreActive(
                RunOf(past), automation.WorkspaceId, automation.Id, past.ContactId, run, automation.Version, Enrollment.FirstStep, madeBy, null);
        }
    }

    private void NoteTriggers(ContactId contactId, ContactRuns runs, bool knowsActive)
    {
        if (_triggers is null)
        {
            return;
        }

        ref var triggers = ref CollectionsMarshal.GetValueRefOrAddDefault(_triggers, contactId, out _);
        triggers = knowsActive ? [.. runs.Active.Select(run => run.EnrolledByEventId)] : [.. triggers ?? [], .. runs.Begun.Select(run => run.EnrolledByEventId)];
    }

    // Runs that never were; nobody looks at their ids.
    private static EnrollmentId RunOf(PastEvent past) => new(past.Id.Value);

    private void Count(Decision decision, PastEvent past, ref SimulatedRuns contact)
    {
        var from = new DateTimeOffset(TimeOrderedId.TimeOf(past.Id).UtcDateTime.Date, TimeSpan.Zero);
        var day = _days.GetValueOrDefault(from) ?? new SimulatedDay(from, 0, 0, 0);
        switch (decision.Outcome)
        {
            case DecisionOutcome.Enrolled:
                contact.Enrolled++;
                _days[from] = day with { Enrolled = day.Enrolled + 1 };
                break;
            case DecisionOutcome.Exited:
                contact.Exited++;
                _days[from] = day with { Exited = day.Exited + 1 };
                break;
            default:
                contact.NotEnrolled++;
                _days[from] = day with { NotEnrolled = day.NotEnrolled + 1 };
                _refusals[decision.Reason] = _refusals.GetValueOrDefault(decision.Reason) + 1;
                break;
        }
    }
}
