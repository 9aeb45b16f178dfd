using System.Text.Json.Serialization;
using Sendra.Application.Enrollments;
using Sendra.Domain.Automations.Steps;

namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>A step that a run has come to.</summary>
/// <param name="Key">The step's key.</param>
/// <param name="Type">The step's type.</param>
/// <param name="Status"><c>waiting</c>, <c>running</c>, <c>completed</c>, <c>failed</c> or <c>skipped</c>.</param>
/// <param name="Output">What came of it; null when there is nothing to say.</param>
/// <param name="Error">Why it failed; null when it did not.</param>
/// <param name="StartedAt">When the run came to it.</param>
/// <param name="CompletedAt">When the run left it; null while it is there.</param>
public sealed record ResendRunStep(
    string Key,
    string Type,
    string Status,
    ResendRunOutput? Output,
    ResendRunError? Error,
    [property: JsonPropertyName("started_at")] DateTimeOffset StartedAt,
    [property: JsonPropertyName("completed_at")] DateTimeOffset? CompletedAt)
{
    /// <summary>When the run came to it.</summary>
    [JsonPropertyName("created_at")]
    public DateTimeOffset CreatedAt => StartedAt;

    /// <param name="visit">A visit.</param>
    /// <param name="keys">The keys of steps by their ids, as far as they differ.</param>
    internal static ResendRunStep Of(JourneyVisit visit, IReadOnlyDictionary<string, string> keys) => new(
        keys.GetValueOrDefault(visit.StepId, visit.StepId),
        ResendStepTypes.Of(visit.Type),
        visit.Outcome switch
        {
            JourneyOutcome.Waiting => visit.Type is WaitStep.TypeName or WaitForEventStep.TypeName ? "waiting" : "running",
            JourneyOutcome.Done => "completed",
            JourneyOutcome.Failed => "failed",
            JourneyOutcome.Skipped or JourneyOutcome.Cancelled => "skipped",
        },
        visit is { Path: null, MessageId: null, EventId: null } ? null : new ResendRunOutput(visit.Path, visit.MessageId, visit.EventId),
        visit.Outcome == JourneyOutcome.Failed ? new ResendRunError(visit.Reason) : null,
        visit.EnteredAt,
        visit.LeftAt);
}
