using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.Workflows;

/// <summary>Holds a run until its event has been sent. What is sent is rendered as the run comes to the step.</summary>
internal static class Sending
{
    internal static StepWork At(SendEventStep step, WalkContext context) => context.Effect switch
    {
        null => Begin(step, context),
        { State: EffectState.Done } => new StepWork.Leaving(step.Next),
        { State: EffectState.Failed, Code: var code, Problem: var problem } => Failed(step, code, problem),
        _ => new StepWork.Awaiting(null),
    };

    private static StepWork Begin(SendEventStep step, WalkContext context)
    {
        if (context.Run.Depth >= Enrollment.MaxDepth)
        {
            return Failed(step, VisitCode.TooDeep, $"{Enrollment.MaxDepth} events that automations sent lead to this run, and no more can follow.");
        }

        if (!EventRendering.TryRender(step, context.Fields, context.Scope, out var rendered, out var failure))
        {
            return Failed(step, failure.Code, failure.Problem);
        }

        return context.Places.TryTake()
            ? new StepWork.Awaiting(EffectKind.SendEvent, Content: rendered.ToJson())
            : Failed(step, VisitCode.TooManyEvents, $"{EventPlaces.Max:N0} events that automations sent wait in this workspace.");
    }

    private static StepWork.Leaving Failed(SendEventStep step, VisitCode? code, string? problem) =>
        new(step.Next, Code: code, Detail: problem, Outcome: VisitOutcome.Failed);
}
