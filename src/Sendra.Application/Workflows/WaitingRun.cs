using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.Workflows;

/// <summary>An active run.</summary>
/// <param name="Workflow">The version that it follows.</param>
/// <param name="Effect">What its open visit does outside, as far as that is asked for.</param>
public sealed record WaitingRun(Enrollment Run, Workflow Workflow, Effect? Effect = null)
{
    /// <summary>All that its walk needs.</summary>
    /// <param name="events">The events that made and moved it, as far as its steps read them.</param>
    /// <param name="history">What its contact did before, as far as its steps ask for it; null when no step is left.</param>
    /// <param name="places">How many more sent events may wait; null when no step is left that sends one.</param>
    public WalkContext ToWalk(
        Contact contact, KnownEvents events, WalkRules rules, DateTimeOffset now, EventHistory? history = null, EventPlaces? places = null)
    {
        var moved = Run.ReceivedEventId ?? Run.MovedByEventId;
        var trigger = moved is null || Workflow.ReadsTrigger ? events.PropertiesOf(Run.EnrolledByEventId) : null;
        return new WalkContext(Workflow, Run, contact, trigger, moved is { } latest ? events.PropertiesOf(latest) : trigger, rules, now, history)
        {
            Effect = Effect,
            Places = places,
        };
    }
}
