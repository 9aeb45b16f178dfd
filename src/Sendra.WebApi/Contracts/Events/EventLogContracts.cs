using Sendra.Application.Events;

namespace Sendra.WebApi.Contracts.Events;

internal static class EventLogContracts
{
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
        logged.Woken,
        logged.History,
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
        details.Event.Woken,
        details.Event.History,
        details.Event.Properties,
        details.ContactProperties,
        details.Warnings,
        details.MessageId,
        details.Decisions);

    private static OriginResponse ToOrigin(LoggedEvent logged) => new(
        logged.Origin.ToType(),
        logged.Origin.SourceId,
        logged.SourceName,
        logged.Origin.DeliveryId,
        logged.Origin.AutomationId,
        logged.AutomationName,
        logged.Origin.EnrollmentId,
        logged.Origin.Client);
}
