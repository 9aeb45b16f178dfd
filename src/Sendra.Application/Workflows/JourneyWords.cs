using System.Globalization;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.Workflows;

/// <summary>Puts the outcome of a visit, an open visit or a run into a sentence (F3).</summary>
public static class JourneyWords
{
    /// <param name="visit">A visit that was left.</param>
    /// <param name="step">Its step in the visit's version; null if that is no longer known.</param>
    public static string Of(Visit visit, Step? step) => visit.Outcome switch
    {
        VisitOutcome.Cancelled => visit.Code switch
        {
            VisitCode.ExitEvent => "The run ended here: an exit event arrived.",
            VisitCode.AutomationArchived => "The run ended here: the automation was archived.",
            _ => "The run ended here: somebody ended it.",
        },
        _ => step switch
        {
            WaitStep when visit.Code == VisitCode.DateMissing => Sentence("Went on at once.", visit.Detail),
            WaitStep => Sentence("The wait was over.", visit.Detail),
            WaitForEventStep wait when visit.Path == WaitForEventStep.ReceivedName => Sentence($"{wait.EventName} arrived.", visit.Detail),
            WaitForEventStep wait => Sentence($"{wait.EventName} did not arrive in time.", visit.Detail),
            BranchStep when visit.Path == BranchStep.OtherwiseName => Sentence("No path's condition holds.", visit.Detail),
            BranchStep => Sentence($"Took the path {visit.Path}.", visit.Detail),
            SplitStep => Sentence($"Took the path {visit.Path} by weight.", visit.Detail),
            UpdateContactStep => Sentence("Updated the contact.", visit.Detail),
            SendEmailStep when visit.Outcome == VisitOutcome.Failed => Sentence("The email wasn't sent.", visit.Detail),
            SendEmailStep when visit.Outcome == VisitOutcome.Skipped => Sentence("No email was sent.", visit.Detail),
            SendEmailStep => Sentence("Sent the email.", visit.Detail),
            SendEventStep send when visit.Outcome == VisitOutcome.Failed => Sentence($"{send.EventName} was not sent.", visit.Detail),
            SendEventStep send => Sentence($"Sent {send.EventName}.", visit.Detail),
            CallUrlStep when visit.Outcome == VisitOutcome.Failed => Sentence("The call failed.", visit.Detail),
            CallUrlStep => Sentence("Called the URL.", visit.Detail),
            _ => Sentence($"{visit.Outcome}.", visit.Detail),
        },
    };

    /// <param name="run">A run that is at a step.</param>
    /// <param name="effect">What it does outside there.</param>
    public static string OfOpenVisit(Enrollment run, Effect? effect = null) =>
        effect is { State: EffectState.Open } ? OfOpenEffect(effect)
        : run.IsParked ? $"Parked, because the step failed {run.Failures} times: {run.ParkedBecause}"
        : run is { Failures: > 0, DueAt: { } again } ? $"The step failed {Times(run.Failures)}; it is tried again at {Moment(again)}."
        : run.ReceivedEventId is not null ? "The event that it waited for has arrived; it goes on once the automation is active."
        : run.AwaitedEvent is { } name ? $"Waits for {name}{(run.DueAt is { } end ? $" until {Moment(end)}" : "")}."
        : run.DueAt is { } due ? $"Waits until {Moment(due)}."
        : "Waits.";

    public static string Of(EndReason reason) => reason switch
    {
        EndReason.Completed => "It went through all steps.",
        EndReason.ExitEvent => "An exit event arrived.",
        EndReason.ByHand => "Somebody ended it.",
        EndReason.AutomationArchived => "The automation was archived.",
        _ => throw new InvalidOperationException($"No words for {reason}."),
    };

    private static string OfOpenEffect(Effect effect)
    {
        var last = effect.Problem is null ? "" : $" The last try: {effect.Problem}";
        return effect switch
        {
            { HeldDueAt: not null } => $"Waits until the automation is activated.{last}",
            { LimitedAt: not null } => effect.Problem ?? "It waits its turn.",
            { Claim: not null } => $"Try {effect.Tries} of {RetryPauses.MaxTries} is under way.{last}",
            { Tries: 0, Problem: null } => "Waits for its turn to be sent.",
            { Tries: 0, DueAt: { } due } => $"It couldn't be tried yet, and is tried at {Moment(due)}. {effect.Problem}",
            { DueAt: { } due } => $"Try {effect.Tries + 1} of {RetryPauses.MaxTries} follows at {Moment(due)}.{last}",
            _ => $"Tried {Times(effect.Tries)}.{last}",
        };
    }

    private static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);

    private static string Times(int count) => count == 1 ? "once" : $"{count} times";

    private static string Sentence(string what, string? detail) => detail is null ? what : $"{what} {detail}";
}
