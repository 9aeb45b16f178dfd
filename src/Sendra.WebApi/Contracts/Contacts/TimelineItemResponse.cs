using System.Text.Json.Serialization;
using Sendra.Application.Contacts;

namespace Sendra.WebApi.Contracts.Contacts;

/// <summary>One thing that happened to a contact. Fields that don't apply to its type are omitted.</summary>
/// <param name="Type">What it is.</param>
/// <param name="At">When it happened in Sendra; for an event, when it was received.</param>
/// <param name="EventId">The event, or the one that created or ended the enrollment.</param>
/// <param name="EventName">That event's name; omitted if the event is no longer stored.</param>
/// <param name="OccurredAt">When that event occurred, if its sender said so.</param>
/// <param name="EnrollmentId">The enrollment.</param>
/// <param name="AutomationId">The enrollment's automation.</param>
/// <param name="AutomationName">The automation's current name.</param>
/// <param name="Step">The step where the enrollment began or ended.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record TimelineItemResponse(
    TimelineItemType Type,
    DateTimeOffset At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EventId? EventId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? EventName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? OccurredAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EnrollmentId? EnrollmentId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AutomationId? AutomationId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AutomationName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Step,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason);
