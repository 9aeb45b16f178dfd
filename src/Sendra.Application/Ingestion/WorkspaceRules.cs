using System.Collections.Frozen;
using NodaTime;
using Sendra.Application.Workflows;
using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;
using Sendra.Domain.EventPatterns;

namespace Sendra.Application.Ingestion;

/// <summary>What a workspace's events are decided by, as of one version. Immutable in use, shared by all batches.</summary>
public sealed class WorkspaceRules
{
    private readonly FrozenDictionary<string, Automation[]> _listeners;
    private readonly FrozenDictionary<string, AwaitedName> _awaited;
    private readonly FrozenDictionary<string, IReadOnlyList<NeededHistory>> _history;
    private readonly FrozenDictionary<EventSourceId, KnownSource> _sources;
    private readonly FrozenDictionary<AutomationId, KnownAutomation> _automations;
    private readonly FrozenDictionary<string, KnownSchema> _schemas;

    /// <summary>The rules of a workspace that was deleted: it takes nothing.</summary>
    /// <param name="version">The workspace's rules version.</param>
    public static WorkspaceRules OfDeleted(Guid version) =>
        new(version, [], new WalkRules(FrozenDictionary<string, CustomField>.Empty, DateTimeZone.Utc, null), []) { IsDeleted = true };

    /// <summary>Sorts out who listens to what.</summary>
    /// <param name="version">The workspace's rules version.</param>
    /// <param name="automations">Its automations; archived ones are left aside.</param>
    /// <param name="walking">What of its settings a walk goes by.</param>
    /// <param name="sources">Its event sources.</param>
    /// <param name="contactsAreWaitedOn">True when a version of an automation has waits that depend on the contact.</param>
    /// <param name="schemas">Its schemas that are enforced.</param>
    public WorkspaceRules(
        Guid version,
        IEnumerable<KnownAutomation> automations,
        WalkRules walking,
        IEnumerable<KnownSource> sources,
        bool contactsAreWaitedOn = false,
        IEnumerable<KnownSchema>? schemas = null)
    {
        Version = version;
        Walking = walking;
        ContactsAreWaitedOn = contactsAreWaitedOn;
        _schemas = (schemas ?? []).ToFrozenDictionary(known => known.EventName, StringComparer.Ordinal);
        _sources = sources.ToFrozenDictionary(known => known.Source.Id);
        _automations = automations.ToFrozenDictionary(known => known.Automation.Id);
        _listeners = _automations.Values
            .Where(known => known.Automation.Status != AutomationStatus.Archived)
            .OrderBy(known => known.Automation.Id)
            .SelectMany(NamesOf, (known, name) => (automation: known.Automation, name))
            .GroupBy(one => one.name, one => one.automation, StringComparer.Ordinal)
            .ToFrozenDictionary(named => named.Key, named => Bounded([.. named]), StringComparer.Ordinal);
        _awaited = _automations.Values
            .SelectMany(known => known.Awaits, (known, name) => (name, awaited: AwaitedName.In(known, name)))
            .GroupBy(one => one.name, one => one.awaited, StringComparer.Ordinal)
            .ToFrozenDictionary(named => named.Key, named => named.Aggregate((one, other) => one.And(other)), StringComparer.Ordinal);
        _history = _listeners
            .Select(named => KeyValuePair.Create(named.Key, NeededHistory.Merge(named.Value.SelectMany(automation => AskedBy(automation, named.Key)))))
            .Where(named => named.Value.Count > 0)
            .ToFrozenDictionary(StringComparer.Ordinal);
        SendsEvents = _automations.Values.Any(known => known.Workflow.SendsEvents);
        AllHistory = NeededHistory.Merge(_history.Values.SelectMany(needed => needed));
    }

    /// <summary>The workspace's rules version when these were read.</summary>
    public Guid Version { get; }

    /// <summary>True for a workspace that was deleted (W7).</summary>
    public bool IsDeleted { get; private init; }

    /// <summary>What walks go by.</summary>
    public WalkRules Walking { get; }

    /// <summary>The declared custom fields by name.</summary>
    public IReadOnlyDictionary<string, CustomField> CustomFields => Walking.CustomFields;

    /// <summary>True when runs may wait for something of their contact, so that a change of it needs them.</summary>
    public bool ContactsAreWaitedOn { get; }

    /// <summary>True when a step that a new run may come to sends events.</summary>
    public bool SendsEvents { get; }

    /// <summary>The automations that an event of this name could concern, oldest first: the order in which they decide.</summary>
    /// <param name="eventName">An event's name.</param>
    public IReadOnlyList<Automation> ListeningTo(string eventName) => _listeners.GetValueOrDefault(eventName, []);

    /// <summary>What an event of this name asks for when runs may wait for it; null when none does, so that nothing is looked up for it.</summary>
    public AwaitedName? Awaited(string eventName) => _awaited.GetValueOrDefault(eventName);

    /// <summary>
    /// What the decisions on an event of this name may ask of its contact's past, and the walks of the runs that it begins. What those that
    /// it wakes ask for, their own workflows say.
    /// </summary>
    public IReadOnlyList<NeededHistory> HistoryFor(string eventName) => _history.GetValueOrDefault(eventName, []);

    /// <summary>What the decisions on any event may ask of the past.</summary>
    public IReadOnlyList<NeededHistory> AllHistory { get; }

    /// <summary>The automation with this id; null when it is archived, or none.</summary>
    public KnownAutomation? Automation(AutomationId id) => _automations.GetValueOrDefault(id);

    /// <summary>The steps that new runs of an automation go through.</summary>
    public Workflow WorkflowOf(AutomationId automationId) => _automations[automationId].Workflow;

    /// <summary>True when an event may change its contact, by its own word or by a step of a run that it begins or wakes.</summary>
    public bool MayChangeContact(IncomingEvent incoming) => !incoming.IsHistory && (incoming.ContactProperties is not null
        || ListeningTo(incoming.Name.Value).Any(automation => MayChangeContact(WorkflowOf(automation.Id)))
        || Awaited(incoming.Name.Value) is { ChangesContacts: true });

    /// <summary>What of an event does not fit the schema of its name, when that is enforced so.</summary>
    public IReadOnlyList<SchemaViolation> Violations(IncomingEvent incoming, Enforcement enforcement) =>
        _schemas.TryGetValue(incoming.Name.Value, out var known) && known.Enforcement == enforcement ? known.Schema.Check(incoming.Properties) : [];

    /// <summary>The event source with this id, or null.</summary>
    public KnownSource? Source(EventSourceId id) => _sources.GetValueOrDefault(id);

    internal static bool MayChangeContact(Workflow workflow) => workflow.Steps.Any(step => step is UpdateContactStep);

    private static IEnumerable<string> NamesOf(KnownAutomation known) =>
        known.Automation.ExitEvents.Append(known.Automation.TriggerEvent).Union(known.Awaits, StringComparer.Ordinal);

    private IEnumerable<NeededHistory> AskedBy(Automation automation, string eventName) => automation.DependsOnLastRun(eventName)
        ? automation.DependsOnHistory(eventName).Concat(WorkflowOf(automation.Id).History)
        : automation.DependsOnHistory(eventName);

    // Any number of drafts may wait for their day; they take part as far as there is room beside those that do something.
    private static Automation[] Bounded(Automation[] listeners)
    {
        var drafts = Listening.MaxListening - listeners.Count(automation => automation.Status != AutomationStatus.Draft);
        return Array.FindAll(listeners, automation => automation.Status != AutomationStatus.Draft || drafts-- > 0);
    }
}
