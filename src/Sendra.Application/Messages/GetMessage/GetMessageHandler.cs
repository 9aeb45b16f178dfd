using MediatR;
using Sendra.Domain.Common;

namespace Sendra.Application.Messages.GetMessage;

internal sealed class GetMessageHandler(IMessageLog log) : IRequestHandler<GetMessageQuery, MessageDetails>
{
    public async Task<MessageDetails> Handle(GetMessageQuery request, CancellationToken cancellationToken) =>
        await log.FindAsync(request.Id, cancellationToken) ?? throw new NotFoundException("message");
}
