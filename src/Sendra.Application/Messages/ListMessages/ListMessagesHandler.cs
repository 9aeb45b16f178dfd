using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Messages.ListMessages;

internal sealed class ListMessagesHandler(IMessageLog log) : IRequestHandler<ListMessagesQuery, Page<MessageItem>>
{
    public Task<Page<MessageItem>> Handle(ListMessagesQuery request, CancellationToken cancellationToken) => log.ListAsync(
        new MessageFilter(
            request.AutomationId, request.TemplateId, request.ContactId, request.Status, FilterTimes.From(request.From), FilterTimes.To(request.To)),
        request.Paging,
        cancellationToken);
}
