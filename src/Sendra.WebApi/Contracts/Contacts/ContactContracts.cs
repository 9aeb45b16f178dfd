using Mapster;
using Sendra.Application.Contacts;

namespace Sendra.WebApi.Contracts.Contacts;

internal static class ContactContracts
{
    public static TimelineItemResponse ToResponse(this TimelineItem item) => item.Adapt<TimelineItemResponse>();
}
