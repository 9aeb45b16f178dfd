using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.Workflows;

/// <summary>Holds a run until its call has been answered, or has failed for good.</summary>
internal static class Calling
{
    internal static StepWork At(CallUrlStep step, WalkContext context) => context.Effect switch
    {
        null => new StepWork.Awaiting(EffectKind.CallUrl),
        { State: EffectState.Done } done => new StepWork.Leaving(step.Next, Detail: $"Answered {done.Status}."),
        { State: EffectState.Failed } failed => new StepWork.Leaving(
            step.Failed, CallUrlStep.FailedPath, failed.Code, failed.Problem, VisitOutcome.Failed),
        _ => new StepWork.Awaiting(null),
    };
}
