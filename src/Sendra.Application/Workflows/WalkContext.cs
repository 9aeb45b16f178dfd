using System.Diagnostics.CodeAnalysis;
using NodaTime;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Calendar;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Liquid;

namespace Sendra.Application.Workflows;

/// <summary>All that a walk needs and changes, loaded before it begins: a run, its contact, and what its steps may read.</summary>
public sealed class WalkContext
{
    private readonly RawJson? _eventProperties;
    private readonly RawJson? _triggerProperties;
    private readonly WalkRules _rules;
    private readonly Effect? _effect;
    private readonly EventPlaces? _places;
    private readonly EventHistory? _history;

    /// <param name="workflow">The version that the run follows.</param>
    /// <param name="run">The run, which the walk moves.</param>
    /// <param name="contact">Its contact, whom the walk may update.</param>
    /// <param name="triggerProperties">The properties of the event that made the run.</param>
    /// <param name="eventProperties">The properties of the latest event that moved the run.</param>
    /// <param name="rules">The workspace's settings.</param>
    /// <param name="now">The time. Parts of a millisecond are cut: no database keeps them all.</param>
    /// <param name="history">What the contact did before, as far as the workflow may ask for it; null when no step is left.</param>
    public WalkContext(
        Workflow workflow, Enrollment run, Contact contact, RawJson? triggerProperties, RawJson? eventProperties, WalkRules rules, DateTimeOffset now,
        EventHistory? history = null)
    {
        Workflow = workflow;
        Run = run;
        Contact = contact;
        _triggerProperties = triggerProperties;
        _eventProperties = eventProperties;
        _rules = rules;
        _history = history;
        Now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        Refresh();
    }

    public Workflow Workflow { get; }

    public Enrollment Run { get; }

    public Contact Contact { get; }

    public DateTimeOffset Now { get; }

    /// <summary>What the open visit does outside; null when that is not stored yet.</summary>
    public Effect? Effect
    {
        get => _effect?.Visit == Run.VisitNumber ? _effect : null;
        init => _effect = value;
    }

    /// <summary>How many more sent events may wait. Asking for it where no step sends any is a bug, and throws.</summary>
    [AllowNull]
    public EventPlaces Places
    {
        get => _places ?? throw new InvalidOperationException("A step sends an event, but how many wait was not loaded: Workflow.SendsEvents must say so.");
        init => _places = value;
    }

    /// <summary>True when a step has changed the contact.</summary>
    public bool ContactChanged { get; private set; }

    internal ConditionContext Fields { get; private set; } = null!;

    internal LiquidScope Scope { get; private set; } = null!;

    internal WorkspaceCalendar Calendar => WorkspaceCalendar.For(_rules.Zone, _rules.ContactZoneField, Fields.Contact);

    /// <summary>Changes the contact, and lets the steps that follow see it.</summary>
    internal ContactPatch Update(RawJson properties)
    {
        var patch = ContactPatch.Read(properties, _rules.CustomFields);
        Contact.Apply(patch);
        ContactChanged = true;
        Refresh();
        return patch;
    }

    private void Refresh()
    {
        Fields = new ConditionContext(
            Contact, _rules.CustomFields, _eventProperties, _triggerProperties, Instant.FromDateTimeOffset(Now), _rules.Zone, _history);
        Scope = new LiquidScope(Fields);
    }
}
