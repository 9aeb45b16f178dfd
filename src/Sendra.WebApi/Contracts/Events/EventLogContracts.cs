using Sendra.Application.Common;
using Sendra.Application.Events;
using Sendra.Application.Events.QueryEventLog;

namespace Sendra.WebApi.Contracts.Events;

/// <summary>Between the contracts of the log and its queries.</summary>
internal static class EventLogContracts
{
    public static QueryEventLogQuery ToQuery(this EventLogRequest request, Paging paging) => new(
        request.EventName,
        request.Email,
        request.EmailPrefix,
        request.From,
        request.To,
        request.Declared,
        request.Origin,
        request.SourceId,
        request.HasEffect,
        paging);

    public static LoggedEventResponse ToResponse(this LoggedEvent logged) => new(
        logged.Id,
        logged.EventName,
        logged.Email,
        logged.ContactId,
        logged.ReceivedAt,
        logged.OccurredAt,
        ToOrigin(logged),
        logged.Declared,
        logged.Enrolled,
        logged.Exited,
        logged.Properties);

    public static EventDetailsResponse ToResponse(this EventDetails details) => new(
        details.Event.Id,
        details.Event.EventName,
        details.Event.Email,
        details.Event.ContactId,
        details.Event.ReceivedAt,
        details.Event.OccurredAt,
        ToOrigin(details.Event),
        details.Event.Declared,
        details.Event.Enrolled,
        details.Event.Exited,
        details.Event.Properties,
        details.Decisions);

    private static OriginResponse ToOrigin(LoggedEvent logged) => new(
        logged.Origin.SourceId is null ? EventOriginType.Api : EventOriginType.Webhook,
        logged.Origin.SourceId,
        logged.SourceName,
        logged.Origin.DeliveryId);
}
