using MediatR;

namespace Sendra.Application.Access.EndAllSessions;

internal sealed class EndAllSessionsHandler(ISessions sessions) : IRequestHandler<EndAllSessionsCommand, Unit>
{
    public async Task<Unit> Handle(EndAllSessionsCommand request, CancellationToken cancellationToken)
    {
        await sessions.EndAllOfAsync(request.UserId, cancellationToken);
        return Unit.Value;
    }
}
