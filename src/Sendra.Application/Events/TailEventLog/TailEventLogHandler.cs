using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Events.TailEventLog;

internal sealed class TailEventLogHandler(IEventTail tail, IWorkspaceContext workspace)
    : IRequestHandler<TailEventLogQuery, IAsyncEnumerable<LoggedEvent?>>
{
    public Task<IAsyncEnumerable<LoggedEvent?>> Handle(TailEventLogQuery request, CancellationToken cancellationToken) =>
        tail.FollowAsync(workspace.WorkspaceId, request.FollowerId, request.Log.ToFilter(), request.AfterId, cancellationToken);
}
