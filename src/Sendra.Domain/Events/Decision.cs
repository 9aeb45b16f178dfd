namespace Sendra.Domain.Events;

/// <summary>What one automation did with one event, and why (A7). Stored with the event, so that the log can always say.</summary>
/// <param name="Reason">Why, which also says what.</param>
/// <param name="EnrollmentId">The enrollment that was made, dropped, or stood in the way.</param>
/// <param name="Step">The step at which the enrollment was dropped.</param>
/// <param name="StepId">The id of that step, or of the one at which the enrollment begins; null without steps.</param>
/// <param name="Detail">What the reason alone doesn't say: the rule that failed, and what stood there.</param>
public sealed record Decision(AutomationId AutomationId, DecisionReason Reason, EnrollmentId? EnrollmentId = null, int? Step = null, string? Detail = null, string? StepId = null)
{
    /// <summary>What the automation did.</summary>
    public DecisionOutcome Outcome => Reason switch
    {
        DecisionReason.EveryTime or DecisionReason.FirstMatch or DecisionReason.NoneActive or DecisionReason.PeriodOver
            or DecisionReason.FirstForKey => DecisionOutcome.Enrolled,
        DecisionReason.ExitEvent => DecisionOutcome.Exited,
        DecisionReason.EventReceived or DecisionReason.EventKept => DecisionOutcome.Woken,
        DecisionReason.AlreadyEnrolledOnce or DecisionReason.AutomationPaused or DecisionReason.AutomationDraft
            or DecisionReason.ConditionNotMet or DecisionReason.AlreadyActive or DecisionReason.AlreadyEnrolledInPeriod
            or DecisionReason.AlreadyEnrolledForKey or DecisionReason.KeyMissing or DecisionReason.History => DecisionOutcome.NotEnrolled,
    };

    /// <summary>The reason as a sentence for people.</summary>
    public string Explanation => Reason switch
    {
        DecisionReason.EveryTime => "Enrolled: the automation is live, listens to this event and enrolls every time.",
        DecisionReason.FirstMatch => "Enrolled: the automation is live, listens to this event, and the contact was never in it before.",
        DecisionReason.AlreadyEnrolledOnce => "Not enrolled: the automation takes each contact one time, and this contact has been in it before.",
        DecisionReason.AutomationPaused => "Not enrolled: the automation listens to this event but was paused.",
        DecisionReason.AutomationDraft => "Not enrolled: the automation listens to this event but was still a draft.",
        DecisionReason.ConditionNotMet => WithDetail("Not enrolled: the event does not meet the automation's condition."),
        DecisionReason.NoneActive => "Enrolled: the automation is live, listens to this event, and the contact had no active enrollment in it.",
        DecisionReason.PeriodOver => "Enrolled: the automation is live, listens to this event, and did not enroll the contact within its period.",
        DecisionReason.FirstForKey => "Enrolled: the automation is live, listens to this event, and never enrolled the contact with this key before.",
        DecisionReason.AlreadyActive => "Not enrolled: the contact already has an active enrollment in this automation.",
        DecisionReason.AlreadyEnrolledInPeriod => WithDetail("Not enrolled: the automation takes each contact once per period."),
        DecisionReason.AlreadyEnrolledForKey => WithDetail("Not enrolled: the automation takes each contact once per key, and has enrolled this contact with this key before."),
        DecisionReason.KeyMissing => WithDetail("Not enrolled: the automation takes each contact once per key, and the event has no key."),
        DecisionReason.History => "Not enrolled: the event was sent as history, which enrolls, exits and wakes nobody.",
        DecisionReason.ExitEvent when Detail is null => $"Exited at step {StepId ?? $"{Step}"}: this event is on the automation's exit list.",
        DecisionReason.ExitEvent => $"Exited at step {StepId ?? $"{Step}"}: this event is on the automation's exit list and meets its condition. {Detail}",
        DecisionReason.EventReceived => WithDetail($"Woken at step {StepId}: the enrollment waited for this event."),
        DecisionReason.EventKept => WithDetail(
            $"Woken at step {StepId}: the enrollment waited for this event. It continues once the automation is active again, or once its failed step is retried."),
    };

    private string WithDetail(string sentence) => Detail is null ? sentence : $"{sentence} {Detail}";
}
