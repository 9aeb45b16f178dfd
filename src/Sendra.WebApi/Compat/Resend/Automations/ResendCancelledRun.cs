namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>A run that was cancelled.</summary>
/// <param name="Id">The enrollment's id.</param>
public sealed record ResendCancelledRun(EnrollmentId Id)
{
    /// <summary>Always <c>automation_run</c>.</summary>
    /// <example>automation_run</example>
    public string Object => "automation_run";

    /// <summary>Always <c>cancelled</c>.</summary>
    /// <example>cancelled</example>
    public string Status => ResendRunStatus.Cancelled;
}
