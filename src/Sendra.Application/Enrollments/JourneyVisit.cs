using System.Text.Json;
using Sendra.Application.Workflows;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.Enrollments;

/// <summary>One run at one step.</summary>
/// <param name="StepId">The step's id.</param>
/// <param name="Name">The step's name.</param>
/// <param name="Type">The step's type; null if its version is no longer known.</param>
/// <param name="EnteredAt">When the run entered the step.</param>
/// <param name="LeftAt">When the run left; null while it is there.</param>
/// <param name="Outcome">Its outcome.</param>
/// <param name="Path">The path that it took, if there are several.</param>
/// <param name="Code">What is special about it, for programs.</param>
/// <param name="Reason">The same as a sentence.</param>
/// <param name="MessageId">The email that it sends, under /api/messages; null where it sends none.</param>
/// <param name="EventId">The event that the run received or sent there; null if there is none.</param>
public sealed record JourneyVisit(
    string StepId,
    string? Name,
    string? Type,
    DateTimeOffset EnteredAt,
    DateTimeOffset? LeftAt,
    JourneyOutcome Outcome,
    string? Path,
    string? Code,
    string Reason,
    MessageId? MessageId,
    EventId? EventId)
{
    /// <param name="visit">A visit that was left.</param>
    /// <param name="step">Its step in the visit's version; null if that is no longer known.</param>
    /// <param name="messageId">The email that it sent.</param>
    public static JourneyVisit Of(Visit visit, Step? step, MessageId? messageId = null) => new(
        visit.StepId.Value,
        step?.Name,
        step?.Type,
        visit.EnteredAt,
        visit.LeftAt,
        OutcomeOf(visit.Outcome),
        visit.Path,
        visit.Code is { } code ? JsonNamingPolicy.CamelCase.ConvertName($"{code}") : null,
        JourneyWords.Of(visit, step),
        messageId,
        visit.EventId);

    /// <summary>The visit that is open; null when none is.</summary>
    /// <param name="step">Its step in the run's version; null if that is no longer known.</param>
    /// <param name="effect">What it does through the outbox.</param>
    /// <param name="messageId">The email that it sends.</param>
    public static JourneyVisit? OfOpen(Enrollment run, Step? step, Effect? effect, MessageId? messageId = null) => run is { EnteredAt: { } enteredAt, StepId: { } at }
        ? new JourneyVisit(
            at.Value,
            step?.Name,
            step?.Type,
            enteredAt,
            null,
            JourneyOutcome.Waiting,
            null,
            run.IsParked ? "parked" : null,
            JourneyWords.OfOpenVisit(run, effect),
            messageId,
            run.ReceivedEventId)
        : null;

    private static JourneyOutcome OutcomeOf(VisitOutcome outcome) => outcome switch
    {
        VisitOutcome.Done => JourneyOutcome.Done,
        VisitOutcome.Skipped => JourneyOutcome.Skipped,
        VisitOutcome.Failed => JourneyOutcome.Failed,
        VisitOutcome.Cancelled => JourneyOutcome.Cancelled,
        _ => throw new InvalidOperationException($"No word for {outcome}."),
    };
}
