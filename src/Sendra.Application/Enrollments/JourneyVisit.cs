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
/// <param name="EventId">The event that the run received there; null where it waited for none, or none came in time.</param>
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
    EventId? EventId);
