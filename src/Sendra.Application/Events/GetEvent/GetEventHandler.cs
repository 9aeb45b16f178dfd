using MediatR;
using Sendra.Domain.Common;

namespace Sendra.Application.Events.GetEvent;

internal sealed class GetEventHandler(IEventLog log) : IRequestHandler<GetEventQuery, EventDetails>
{
    public async Task<EventDetails> Handle(GetEventQuery request, CancellationToken cancellationToken) =>
        await log.FindAsync(request.Id, cancellationToken) ?? throw new NotFoundException("event");
}
