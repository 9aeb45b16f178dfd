using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Common;

namespace Sendra.Application.Contacts.GetContactTimeline;

internal sealed class GetContactTimelineHandler(IContactList contacts, IContactHistory history)
    : IRequestHandler<GetContactTimelineQuery, Page<TimelineItem>>
{
    public async Task<Page<TimelineItem>> Handle(GetContactTimelineQuery request, CancellationToken cancellationToken)
    {
        var after = TimelineCursor.From(request.Paging);
        var contact = await contacts.FindAsync(request.Id, cancellationToken) ?? throw new NotFoundException("contact");
        return await history.ListAsync(contact.Id, after, request.Paging, cancellationToken);
    }
}
