using Sendra.Domain.Common;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Events;

namespace Sendra.Domain.Automations;

/// <summary>Enrolls contacts when its trigger arrives and drops them when an event of its exit list does.</summary>
public sealed class Automation : IWorkspaceOwned
{
    private string[] _exitEvents;

    private Automation(AutomationId id, WorkspaceId workspaceId, string name, AutomationStatus status, string triggerEvent, Frequency frequency, string[] exitEvents, DateTimeOffset updatedAt)
    {
        Id = id;
        WorkspaceId = workspaceId;
        Name = name;
        Status = status;
        TriggerEvent = triggerEvent;
        Frequency = frequency;
        _exitEvents = exitEvents;
        UpdatedAt = updatedAt;
    }

    /// <summary>Its id.</summary>
    public AutomationId Id { get; }

    /// <inheritdoc />
    public WorkspaceId WorkspaceId { get; }

    /// <summary>What people call it.</summary>
    public string Name { get; private set; }

    /// <summary>Where it stands.</summary>
    public AutomationStatus Status { get; private set; }

    /// <summary>The name of the event that enrolls.</summary>
    public string TriggerEvent { get; private set; }

    /// <summary>How often a contact may enter.</summary>
    public Frequency Frequency { get; private set; }

    /// <summary>The names of the events that drop active enrollments, each once, in the order given.</summary>
    public IReadOnlyList<string> ExitEvents => _exitEvents;

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt => TimeOrderedId.TimeOf(Id);

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Makes a draft.</summary>
    /// <param name="id">A new id, which carries the time.</param>
    /// <param name="workspaceId">The workspace.</param>
    /// <param name="definition">What it does.</param>
    public static Automation Create(AutomationId id, WorkspaceId workspaceId, AutomationDefinition definition) => new(
        id,
        workspaceId,
        definition.Name,
        AutomationStatus.Draft,
        definition.Trigger.Value,
        definition.Frequency,
        Values(definition.ExitEvents),
        TimeOrderedId.TimeOf(id));

    /// <summary>Changes what it does from now on; nothing that happened before is touched (A6).</summary>
    /// <param name="definition">What it does.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="ConflictException"><c>automationArchived</c> (A8).</exception>
    public void Edit(AutomationDefinition definition, DateTimeOffset now)
    {
        RefuseWhenArchived("edited");
        Name = definition.Name;
        TriggerEvent = definition.Trigger.Value;
        Frequency = definition.Frequency;
        _exitEvents = Values(definition.ExitEvents);
        UpdatedAt = now;
    }

    /// <summary>What it does, as texts: <see cref="AutomationDefinition.TryCreate"/> reads them.</summary>
    public DefinitionText ToText() => new(Name, new TriggerText(TriggerEvent), Frequency, ExitEvents);

    /// <summary>Starts enrolling. Activating a live one changes nothing.</summary>
    /// <param name="now">The time.</param>
    /// <exception cref="ConflictException"><c>automationArchived</c> (A8).</exception>
    public void Activate(DateTimeOffset now)
    {
        RefuseWhenArchived("activated");
        MoveTo(AutomationStatus.Live, now);
    }

    /// <summary>Stops enrolling; exits still drop (A4). Pausing a paused one changes nothing.</summary>
    /// <param name="now">The time.</param>
    /// <exception cref="ConflictException"><c>automationArchived</c> or <c>automationDraft</c> (A8).</exception>
    public void Pause(DateTimeOffset now)
    {
        RefuseWhenArchived("paused");
        if (Status == AutomationStatus.Draft)
        {
            throw new ConflictException("automationDraft", "A draft enrolls nobody yet, so there is nothing to pause.");
        }

        MoveTo(AutomationStatus.Paused, now);
    }

    /// <summary>Puts it away for good. Archiving an archived one changes nothing.</summary>
    /// <param name="now">The time.</param>
    public void Archive(DateTimeOffset now) => MoveTo(AutomationStatus.Archived, now);

    /// <summary>Makes a draft that does the same; enrollments are not copied.</summary>
    /// <param name="id">A new id, which carries the time.</param>
    public Automation Duplicate(AutomationId id)
    {
        const string Suffix = " (copy)";
        var name = Text.Truncate(Name, AutomationDefinition.MaxNameLength - Suffix.Length);
        return new(id, WorkspaceId, name + Suffix, AutomationStatus.Draft, TriggerEvent, Frequency, _exitEvents, TimeOrderedId.TimeOf(id));
    }

    /// <summary>True when an event of this name could concern it: it is not archived, and the name is its trigger or on its exit list.</summary>
    /// <param name="eventName">An event's name.</param>
    public bool ListensTo(string eventName) =>
        Status != AutomationStatus.Archived && (TriggerEvent == eventName || _exitEvents.Contains(eventName));

    /// <summary>
    /// True when what it does with an event of this name depends on the contact's active runs: these must be loaded then.
    /// </summary>
    /// <param name="eventName">An event's name.</param>
    public bool DependsOnActiveRuns(string eventName) => DropsOn(eventName);

    /// <summary>
    /// True when what it does with an event of this name depends on the number of the contact's latest run: a new run
    /// takes the next one.
    /// </summary>
    /// <param name="eventName">An event's name.</param>
    public bool DependsOnLastRun(string eventName) => Status == AutomationStatus.Live && TriggerEvent == eventName;

    /// <summary>
    /// What this automation does with an event: first drops what was active before, then enrolls (A5). Pure but for
    /// <paramref name="runs"/>, which remembers it.
    /// </summary>
    /// <param name="eventId">The event's id, which carries the time.</param>
    /// <param name="eventName">The event's name.</param>
    /// <param name="runs">The contact's runs through this automation, with all that the decision depends on.</param>
    /// <param name="newId">Makes the id of a new enrollment.</param>
    /// <returns>One decision for each dropped enrollment, then one about enrolling when the trigger matched.</returns>
    public IReadOnlyList<Decision> React(EventId eventId, string eventName, ContactRuns runs, Func<EnrollmentId> newId)
    {
        var decisions = new List<Decision>();
        if (DropsOn(eventName))
        {
            decisions.AddRange(runs.ExitAll(TimeOrderedId.TimeOf(eventId), eventId)
                .Select(exited => new Decision(Id, DecisionReason.ExitEvent, exited.Id, exited.Step)));
        }

        if (TriggerEvent == eventName)
        {
            decisions.Add(DecideToEnroll(eventId, runs, newId));
        }

        return decisions;
    }

    private bool DropsOn(string eventName) =>
        Status is AutomationStatus.Live or AutomationStatus.Paused && _exitEvents.Contains(eventName);

    private Decision DecideToEnroll(EventId eventId, ContactRuns runs, Func<EnrollmentId> newId) => Status switch
    {
        AutomationStatus.Draft => new Decision(Id, DecisionReason.AutomationDraft),
        AutomationStatus.Paused => new Decision(Id, DecisionReason.AutomationPaused),
        AutomationStatus.Live => EnrollByFrequency(eventId, runs, newId),
        AutomationStatus.Archived => throw new InvalidOperationException("An archived automation was asked to enroll."),
    };

    // A new frequency says here what it does, and in DependsOnActiveRuns what it must know for that.
    private Decision EnrollByFrequency(EventId eventId, ContactRuns runs, Func<EnrollmentId> newId) => Frequency switch
    {
        Frequency.EveryTime => Enroll(DecisionReason.EveryTime, eventId, runs, newId),
        Frequency.OncePerContact when runs.WasEverEnrolled => new Decision(Id, DecisionReason.AlreadyEnrolledOnce),
        Frequency.OncePerContact => Enroll(DecisionReason.FirstMatch, eventId, runs, newId),
    };

    private Decision Enroll(DecisionReason reason, EventId eventId, ContactRuns runs, Func<EnrollmentId> newId) =>
        new(Id, reason, runs.Enroll(newId(), eventId).Id, Enrollment.FirstStep);

    private static string[] Values(IEnumerable<EventName> names) => [.. names.Select(name => name.Value)];

    private void MoveTo(AutomationStatus status, DateTimeOffset now)
    {
        if (Status != status)
        {
            Status = status;
            UpdatedAt = now;
        }
    }

    private void RefuseWhenArchived(string verb)
    {
        if (Status == AutomationStatus.Archived)
        {
            throw new ConflictException("automationArchived", $"An archived automation can't be {verb}; duplicate it instead.");
        }
    }
}
