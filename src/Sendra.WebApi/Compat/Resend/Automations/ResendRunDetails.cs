using Sendra.Application.Enrollments;

namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>A run with the steps that it has come to.</summary>
public sealed record ResendRunDetails : ResendRun
{
    private ResendRunDetails(ResendRun run, IReadOnlyList<ResendRunStep> steps)
        : base(run) =>
        Steps = steps;

    /// <summary>Always <c>automation_run</c>.</summary>
    /// <example>automation_run</example>
    public string Object => "automation_run";

    /// <summary>The steps that it has come to, in order. The first is the trigger.</summary>
    public IReadOnlyList<ResendRunStep> Steps { get; }

    /// <param name="run">The run.</param>
    /// <param name="form">The automation in Resend's words.</param>
    internal static ResendRunDetails Of(EnrollmentJourney run, ResendForm form)
    {
        var keys = form.Steps.DistinctBy(step => ResendKeys.ToId(step.Key)).ToDictionary(step => ResendKeys.ToId(step.Key), step => step.Key);
        var began = run.Enrollment.EnrolledAt;
        var trigger = new ResendRunStep(
            form.Steps.First(step => step.Type == ResendStepTypes.Trigger).Key,
            ResendStepTypes.Trigger,
            "completed",
            new ResendRunOutput(null, null, run.Enrollment.EnrolledByEventId),
            null,
            began,
            began);
        return new ResendRunDetails(From(run.Enrollment), [trigger, .. run.Journey.Select(visit => ResendRunStep.Of(visit, keys))]);
    }
}
