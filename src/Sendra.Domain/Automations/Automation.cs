using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Calendar;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Events;

namespace Sendra.Domain.Automations;

/// <summary>Enrolls contacts when its trigger arrives and drops them when an event of its exit list does.</summary>
public sealed class Automation : IWorkspaceOwned
{
    /// <summary>How many a workspace can have, including archived ones.</summary>
    public const int MaxPerWorkspace = 5_000;

    private string[] _exitEvents;
    private string[]? _awaitedEvents;

    private Automation(
        AutomationId id,
        WorkspaceId workspaceId,
        string name,
        AutomationStatus status,
        string triggerEvent,
        TriggerCondition? triggerWhere,
        Frequency frequency,
        IsoDuration? frequencyPeriod,
        FrequencyKey? frequencyKey,
        string[] exitEvents,
        ExitConditions? exitConditions,
        string[]? awaitedEvents,
        MailNeeds mailNeeds,
        int version,
        DateTimeOffset updatedAt)
    {
        Id = id;
        WorkspaceId = workspaceId;
        Name = name;
        Status = status;
        TriggerEvent = triggerEvent;
        TriggerWhere = triggerWhere;
        Frequency = frequency;
        FrequencyPeriod = frequencyPeriod;
        FrequencyKey = frequencyKey;
        _exitEvents = exitEvents;
        ExitConditions = exitConditions;
        _awaitedEvents = awaitedEvents;
        MailNeeds = mailNeeds;
        Version = version;
        UpdatedAt = updatedAt;
    }

    public AutomationId Id { get; }

    public WorkspaceId WorkspaceId { get; }

    /// <summary>Its name.</summary>
    public string Name { get; private set; }

    /// <summary>Its status.</summary>
    public AutomationStatus Status { get; private set; }

    /// <summary>The name of the event that enrolls.</summary>
    public string TriggerEvent { get; private set; }

    /// <summary>The condition that such an event must meet, or null.</summary>
    public TriggerCondition? TriggerWhere { get; private set; }

    /// <summary>How often a contact can enter.</summary>
    public Frequency Frequency { get; private set; }

    /// <summary>How long after an enrollment the next may begin; there with <see cref="Frequency.OncePerPeriod"/> only.</summary>
    public IsoDuration? FrequencyPeriod { get; private set; }

    /// <summary>Where an event has its key; there with <see cref="Frequency.OncePerKey"/> only.</summary>
    public FrequencyKey? FrequencyKey { get; private set; }

    /// <summary>The names of the events that drop active enrollments, each once, in the order given.</summary>
    public IReadOnlyList<string> ExitEvents => _exitEvents;

    /// <summary>The conditions under which these events drop a run; null when there are none.</summary>
    public ExitConditions? ExitConditions { get; private set; }

    /// <summary>The names of the events that the steps of its newest version wait for, each once.</summary>
    public IReadOnlyList<string> AwaitedEvents => _awaitedEvents ?? [];

    /// <summary>What the mail of its newest version needs of the workspace's settings.</summary>
    public MailNeeds MailNeeds { get; private set; }

    /// <summary>The number of its newest version, which new enrollments take.</summary>
    public int Version { get; private set; }

    public DateTimeOffset CreatedAt => TimeOrderedId.TimeOf(Id);

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Creates a draft.</summary>
    /// <param name="id">A new id, which carries the time.</param>
    /// <param name="definition">What it does.</param>
    public static Automation Create(AutomationId id, WorkspaceId workspaceId, AutomationDefinition definition) => new(
        id,
        workspaceId,
        definition.Name,
        AutomationStatus.Draft,
        definition.Trigger.Value,
        definition.TriggerWhere,
        definition.Frequency,
        definition.FrequencyPeriod,
        definition.FrequencyKey,
        Values(definition.ExitEvents),
        Some(definition.ExitConditions),
        Awaited(definition.Workflow),
        definition.Workflow.MailNeeds,
        AutomationVersion.FirstNumber,
        TimeOrderedId.TimeOf(id));

    /// <summary>Changes what it does from now on; nothing that happened before is touched (A6).</summary>
    /// <param name="definition">What it does.</param>
    /// <param name="current">Its newest version.</param>
    /// <param name="by">Who changes it; see <see cref="AutomationVersion.SavedBy"/>.</param>
    /// <returns>The next version when the steps change, or what they were written as; else null.</returns>
    /// <exception cref="ConflictException"><c>automationArchived</c> (A8).</exception>
    public AutomationVersion? Edit(AutomationDefinition definition, AutomationVersion current, DateTimeOffset now, Guid? by)
    {
        RefuseWhenArchived("edited");
        Name = definition.Name;
        TriggerEvent = definition.Trigger.Value;
        TriggerWhere = definition.TriggerWhere;
        Frequency = definition.Frequency;
        FrequencyPeriod = definition.FrequencyPeriod;
        FrequencyKey = definition.FrequencyKey;
        _exitEvents = Values(definition.ExitEvents);
        ExitConditions = Some(definition.ExitConditions);
        UpdatedAt = now;
        if (definition.Workflow.Says(current.Workflow) && (definition.WrittenAs is null || definition.WrittenAs == current.WrittenAs))
        {
            return null;
        }

        Version++;
        _awaitedEvents = Awaited(definition.Workflow);
        MailNeeds = definition.Workflow.MailNeeds;
        return AutomationVersion.Of(this, definition.Workflow, by, definition.WrittenAs);
    }

    /// <summary>What it does, as texts: <see cref="AutomationDefinition.TryCreate"/> reads them.</summary>
    /// <remarks>Without its steps: those are its newest version's.</remarks>
    public DefinitionText ToText() => new(Name, new TriggerText(TriggerEvent, TriggerWhere?.Json), Frequency, ExitEvents, ExitConditions: ExitConditions?.Json, FrequencyPeriod: FrequencyPeriod?.Text, FrequencyKey: FrequencyKey?.Text);

    /// <summary>Starts enrolling. Activating a live one changes nothing.</summary>
    /// <exception cref="ConflictException"><c>automationArchived</c> (A8).</exception>
    public void Activate(DateTimeOffset now)
    {
        RefuseWhenArchived("activated");
        MoveTo(AutomationStatus.Live, now);
    }

    /// <summary>Stops enrolling; exits still drop (A4). Pausing a paused one changes nothing.</summary>
    /// <exception cref="ConflictException"><c>automationArchived</c> or <c>automationDraft</c> (A8).</exception>
    public void Pause(DateTimeOffset now)
    {
        RefuseWhenArchived("paused");
        if (Status == AutomationStatus.Draft)
        {
            throw new ConflictException("automationDraft", "A draft doesn't enroll anybody yet, so there is nothing to pause.");
        }

        MoveTo(AutomationStatus.Paused, now);
    }

    /// <summary>Stops enrolling, for its runs to end. Stopping a draft or a paused one changes nothing.</summary>
    /// <exception cref="ConflictException"><c>automationArchived</c> (A8).</exception>
    public void Stop(DateTimeOffset now)
    {
        RefuseWhenArchived("stopped");
        if (Status == AutomationStatus.Live)
        {
            MoveTo(AutomationStatus.Paused, now);
        }
    }

    /// <summary>Puts it away for good. Archiving an archived one changes nothing.</summary>
    public void Archive(DateTimeOffset now) => MoveTo(AutomationStatus.Archived, now);

    /// <summary>Copies it to a new draft, without its enrollments.</summary>
    /// <param name="id">A new id, which carries the time.</param>
    public Automation Duplicate(AutomationId id)
    {
        const string Suffix = " (copy)";
        var name = Text.Truncate(Name, AutomationDefinition.MaxNameLength - Suffix.Length);
        return new(
            id,
            WorkspaceId,
            name + Suffix,
            AutomationStatus.Draft,
            TriggerEvent,
            TriggerWhere,
            Frequency,
            FrequencyPeriod,
            FrequencyKey,
            _exitEvents,
            ExitConditions,
            _awaitedEvents,
            MailNeeds,
            AutomationVersion.FirstNumber,
            TimeOrderedId.TimeOf(id));
    }

    /// <summary>
    /// True when an event of this name could concern it: the name is its trigger or on its exit list, and it is not archived, or its steps
    /// wait for the name, and it may have runs.
    /// </summary>
    /// <param name="eventName">An event's name.</param>
    public bool ListensTo(string eventName) =>
        (Status != AutomationStatus.Archived && (TriggerEvent == eventName || _exitEvents.Contains(eventName)))
        || (HasRuns && AwaitedEvents.Contains(eventName));

    /// <summary>True if it may have runs that go on: a draft has none yet, and what is archived ends them.</summary>
    public bool HasRuns => Status is AutomationStatus.Live or AutomationStatus.Paused;

    /// <summary>What it listens to with effect.</summary>
    public Listening Listening => Listening.Of(Status, TriggerEvent, _exitEvents, AwaitedEvents);

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
    /// True when what it does with an event of this name depends on which run of the contact is the latest, so that its number
    /// alone is not enough.
    /// </summary>
    /// <param name="eventName">An event's name.</param>
    public bool DependsOnLastEnrollment(string eventName) =>
        Frequency is Frequency.OncePerContact or Frequency.OncePerPeriod && DependsOnLastRun(eventName);

    /// <summary>True when what it does with an event of this name depends on the newest of the contact's active runs.</summary>
    /// <param name="eventName">An event's name.</param>
    public bool DependsOnNewestActiveRun(string eventName) => Frequency == Frequency.NotWhileActive && DependsOnLastRun(eventName);

    /// <summary>The key in the way of whose holder, and of nobody else, stands what it does with an event; null when it depends on none.</summary>
    /// <param name="eventName">The event's name.</param>
    /// <param name="properties">The event's properties.</param>
    public KeyHash? DependsOnKey(string eventName, RawJson? properties) =>
        FrequencyKey is not null && DependsOnLastRun(eventName) ? FrequencyKey.HashIn(ConditionContext.Parse(properties)) : null;

    /// <summary>True when what it does with an event of this name depends on what stands in the event or on the calendar, so that a context must be at hand.</summary>
    /// <param name="eventName">An event's name.</param>
    public bool DependsOnContext(string eventName) =>
        DependsOnCondition(eventName) || (Frequency is Frequency.OncePerPeriod or Frequency.OncePerKey && DependsOnLastRun(eventName));

    /// <summary>True when what it does with an event of this name depends on a condition, so that event and contact must be at hand.</summary>
    /// <param name="eventName">An event's name.</param>
    public bool DependsOnCondition(string eventName) =>
        (TriggerWhere is not null && DependsOnLastRun(eventName)) || (ExitConditions?.Of(eventName) is not null && DropsOn(eventName));

    /// <summary>
    /// True when what it does with an event of this name depends on the events that made the contact's active runs: their properties must be
    /// loaded then.
    /// </summary>
    /// <param name="eventName">An event's name.</param>
    public bool DependsOnTriggers(string eventName) => ExitConditions?.Of(eventName)?.Reads(FieldRoot.Trigger) == true && DropsOn(eventName);

    /// <summary>
    /// What a decision on an event of this name may ask of the contact's past. A run that the event begins may ask for what its workflow
    /// names, too.
    /// </summary>
    /// <param name="eventName">An event's name.</param>
    public IEnumerable<NeededHistory> DependsOnHistory(string eventName)
    {
        var enrolling = DependsOnLastRun(eventName) ? TriggerWhere?.Condition.History ?? [] : [];
        return DropsOn(eventName) && ExitConditions?.Of(eventName) is { } exiting ? enrolling.Concat(exiting.History) : enrolling;
    }

    /// <summary>
    /// What this automation does with an event: first drops what was active before, then enrolls (A5). Pure but for
    /// <paramref name="runs"/>, which remembers it.
    /// </summary>
    /// <param name="eventId">The event's id, which carries the time.</param>
    /// <param name="eventName">The event's name.</param>
    /// <param name="runs">The contact's runs through this automation, with all that the decision depends on.</param>
    /// <param name="newId">Makes the id of a new enrollment.</param>
    /// <param name="context">What conditions are evaluated on: the event, and the contact as it left it; null when the decision does not depend on it.</param>
    /// <returns>One decision for each dropped enrollment, then one about enrolling when the trigger matched.</returns>
    public IReadOnlyList<Decision> React(EventId eventId, string eventName, ContactRuns runs, Func<EnrollmentId> newId, ConditionContext? context = null)
    {
        var exits = Exit(eventId, eventName, runs, context);
        return Enroll(eventId, eventName, runs, newId, context) is { } decision ? [.. exits, decision] : exits;
    }

    /// <summary>
    /// Drops what is active, when the event is on the exit list and meets its condition there: one decision for each run. A run that stays
    /// needs none.
    /// </summary>
    public IReadOnlyList<Decision> Exit(EventId eventId, string eventName, ContactRuns runs, ConditionContext? context = null)
    {
        if (!DropsOn(eventName))
        {
            return [];
        }

        var condition = ExitConditions?.Of(eventName);
        var readsTrigger = DependsOnTriggers(eventName);
        var decisions = new List<Decision>();
        runs.Exit(TimeOrderedId.TimeOf(eventId), eventId, run =>
        {
            var verdict = condition?.Evaluate((context ?? throw NoContext()).BesideTrigger(readsTrigger ? runs.TriggerOf(run) : null));
            if (verdict?.Holds != false)
            {
                decisions.Add(new Decision(Id, DecisionReason.ExitEvent, run.Id, run.Step, verdict is null ? null : $"{verdict.Reason}.", run.StepId?.Value));
            }

            return verdict?.Holds != false;
        });
        return decisions;
    }

    /// <summary>Decides whether the event enrolls; null when it is not the trigger.</summary>
    public Decision? Enroll(EventId eventId, string eventName, ContactRuns runs, Func<EnrollmentId> newId, ConditionContext? context = null) =>
        TriggerEvent == eventName ? DecideToEnroll(eventId, runs, newId, context) : null;

    private bool DropsOn(string eventName) =>
        HasRuns && _exitEvents.Contains(eventName);

    private Decision DecideToEnroll(EventId eventId, ContactRuns runs, Func<EnrollmentId> newId, ConditionContext? context) => Status switch
    {
        AutomationStatus.Draft => new Decision(Id, DecisionReason.AutomationDraft),
        AutomationStatus.Paused => new Decision(Id, DecisionReason.AutomationPaused),
        AutomationStatus.Live when TriggerWhere?.Condition.Evaluate(context ?? throw NoContext()) is { Holds: false } verdict =>
            new Decision(Id, DecisionReason.ConditionNotMet, Detail: verdict.Reason),
        AutomationStatus.Live => EnrollByFrequency(eventId, runs, newId, context),
        AutomationStatus.Archived => throw new InvalidOperationException("An archived automation was asked to enroll."),
    };

    private Decision EnrollByFrequency(EventId eventId, ContactRuns runs, Func<EnrollmentId> newId, ConditionContext? context)
    {
        var admission = Admission.Of(this, runs, context);
        var decision = new Decision(Id, admission.Reason, admission.InTheWay, Detail: admission.Detail);
        return decision.Outcome == DecisionOutcome.Enrolled
            ? decision with { EnrollmentId = runs.Enroll(newId(), eventId, Version, admission.Key).Id, Step = Enrollment.FirstStep }
            : decision;
    }

    private InvalidOperationException NoContext() => new($"The condition of automation {Id} can't be evaluated on nothing; see DependsOnCondition.");

    private static ExitConditions? Some(ExitConditions conditions) => conditions.Json is null ? null : conditions;

    // Most wait for nothing, and store nothing.
    private static string[]? Awaited(Workflow workflow) => workflow.AwaitedEvents.Count > 0 ? [.. workflow.AwaitedEvents] : null;

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
