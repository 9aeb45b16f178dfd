using System.Text.Json.Serialization;
using Sendra.Application.Contacts;

namespace Sendra.WebApi.Contracts.Contacts;

/// <summary>One thing that happened in a contact's life. What does not belong to its type is left out.</summary>
/// <param name="Type">What it is.</param>
/// <param name="At">When it happened here: an event when it was received.</param>
/// <param name="EventId">The event, or the one that made or dropped the enrollment.</param>
/// <param name="EventName">That event's name; left out when the event is no longer kept.</param>
/// <param name="OccurredAt">When that event occurred, where its sender said so.</param>
/// <param name="EnrollmentId">The enrollment.</param>
/// <param name="AutomationId">The enrollment's automation.</param>
/// <param name="AutomationName">The automation's name now.</param>
/// <param name="Step">The step at which the enrollment began or ended.</param>
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
