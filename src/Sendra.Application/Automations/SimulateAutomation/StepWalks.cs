using Sendra.Application.Workflows;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.Automations.SimulateAutomation;

/// <summary>
/// Walks enrollments that never were through the steps, and counts. Time moves on over waits, and calls and events count as made. A run
/// ends where it waits for an event, because nobody knows whether that would have come.
/// </summary>
internal sealed class StepWalks(Workflow workflow, WalkRules rules)
{
    private readonly Dictionary<StepId, List<Visit>> _left = workflow.Steps.ToDictionary(step => step.Id, _ => new List<Visit>());
    private readonly Dictionary<StepId, int> _waiting = workflow.Steps.ToDictionary(step => step.Id, _ => 0);

    /// <summary>How many contacts were walked.</summary>
    public int Contacts { get; private set; }

    /// <summary>What came of them at each step.</summary>
    public IReadOnlyList<SimulatedStep> Steps =>
    [
        .. workflow.Steps.Select(step => new SimulatedStep(
            step.Id.Value,
            step.Name,
            step.Type,
            _left[step.Id].Count(visit => visit.Outcome is VisitOutcome.Done or VisitOutcome.Skipped),
            _left[step.Id].Count(visit => visit.Outcome == VisitOutcome.Failed),
            _waiting[step.Id],
            step.Exits.Where(exit => exit.Path is not null).ToDictionary(exit => exit.Path!, exit => _left[step.Id].Count(visit => visit.Path == exit.Path)))),
    ];

    /// <summary>Walks one contact, who is changed as the steps say.</summary>
    /// <param name="eventId">The event that would have enrolled it.</param>
    /// <param name="properties">Its properties.</param>
    /// <param name="history">What the contact had done up to then.</param>
    public void Take(Contact contact, EventId eventId, RawJson? properties, EventHistory? history)
    {
        var run = Enrollment.Begin(new EnrollmentId(eventId.Value), contact.WorkspaceId, default, contact.Id, 1, 1, eventId);
        Contacts++;
        try
        {
            Go(run, contact, properties, history);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // It stays at the step that failed, as a run would (F6).
        }

        foreach (var visit in run.Left)
        {
            _left[visit.StepId].Add(visit);
        }

        if (run is { EnteredAt: not null, StepId: { } at })
        {
            _waiting[at]++;
        }
    }

    private void Go(Enrollment run, Contact contact, RawJson? properties, EventHistory? history)
    {
        var (now, effect) = (TimeOrderedId.TimeOf(run.EnrolledByEventId), (Effect?)null);
        WalkContext At() => new(workflow, run, contact, properties, properties, rules, now, history) { Effect = effect, Places = new EventPlaces(0) };
        Walk.Begin(At());
        while (run is { EnteredAt: not null, AwaitedEvent: null })
        {
            if (run.Wanted is { } wanted)
            {
                wanted.Record(new EffectResult.Done(null, null), now, TimeSpan.Zero);
                effect = wanted;
            }
            else
            {
                now = run.DueAt ?? throw new InvalidOperationException($"A simulation can't go on from step {run.StepId}.");
            }

            Walk.Carry(At());
        }
    }
}
