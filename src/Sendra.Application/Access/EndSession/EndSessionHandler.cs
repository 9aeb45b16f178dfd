using MediatR;
using Sendra.Domain.Common;

namespace Sendra.Application.Access.EndSession;

internal sealed class EndSessionHandler(ISessions sessions) : IRequestHandler<EndSessionCommand, Unit>
{
    public async Task<Unit> Handle(EndSessionCommand request, CancellationToken cancellationToken)
    {
        if (!await sessions.EndOneOfAsync(request.UserId, request.SessionId, cancellationToken))
        {
            throw new NotFoundException("session");
        }

        return Unit.Value;
    }
}
