using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.Workflows;

/// <summary>Holds a run until its mail has been handed over, or can't be. It goes on whatever came of it (F6).</summary>
internal static class Mailing
{
    internal static StepWork At(SendEmailStep step, WalkContext context) => context.Effect switch
    {
        null => new StepWork.Awaiting(EffectKind.SendEmail, new WantedMail(step.Id, step.TemplateId, step.Kind)),
        { State: EffectState.Done } done => new StepWork.Leaving(
            step.Next, Detail: done.Status is null ? "It was captured: no mail server is set up, so it was delivered to nobody." : "The mail server accepted it."),
        { State: EffectState.Skipped } skipped => new StepWork.Leaving(step.Next, null, skipped.Code, skipped.Problem, VisitOutcome.Skipped),
        { State: EffectState.Failed } failed => new StepWork.Leaving(step.Next, null, failed.Code, failed.Problem, VisitOutcome.Failed),
        _ => new StepWork.Awaiting(null),
    };
}
