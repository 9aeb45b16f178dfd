using MediatR;

namespace Sendra.Application.Access.ListSessions;

internal sealed class ListSessionsHandler(ISessions sessions) : IRequestHandler<ListSessionsQuery, IReadOnlyList<SessionResult>>
{
    public Task<IReadOnlyList<SessionResult>> Handle(ListSessionsQuery request, CancellationToken cancellationToken) =>
        sessions.ListAsync(request.UserId, cancellationToken);
}
