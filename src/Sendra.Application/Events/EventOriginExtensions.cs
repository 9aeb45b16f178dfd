using Sendra.Domain.Events;

namespace Sendra.Application.Events;

public static class EventOriginExtensions
{
    public static EventOriginType ToType(this EventOrigin origin) =>
        origin.SourceId is not null ? EventOriginType.Webhook
        : origin.EnrollmentId is not null ? EventOriginType.Automation
        : EventOriginType.Api;
}
