using System.Runtime.CompilerServices;
using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Events.TailEventLog;

internal sealed class TailEventLogHandler(IEventTail tail, IWorkspaceContext workspace, TailPlaces places)
    : IRequestHandler<TailEventLogQuery, IAsyncEnumerable<LoggedEvent?>>
{
    public async Task<IAsyncEnumerable<LoggedEvent?>> Handle(TailEventLogQuery request, CancellationToken cancellationToken)
    {
        var place = places.Take(workspace.WorkspaceId, request.FollowerId);

        // Also of a reader who hangs up before the first event.
        var hangUp = cancellationToken.UnsafeRegister(_ => place.Dispose(), null);
        try
        {
            return ReadAsync(
                await tail.FollowAsync(workspace.WorkspaceId, request.FollowerId, new EventLogFilter(request.Filter), request.AfterId, cancellationToken),
                place,
                hangUp,
                cancellationToken);
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    private static async IAsyncEnumerable<LoggedEvent?> ReadAsync(
        IAsyncEnumerable<LoggedEvent?> events,
        IDisposable place,
        CancellationTokenRegistration hangUp,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using (place)
        {
            await using (hangUp)
            {
                await foreach (var logged in events.WithCancellation(cancellationToken))
                {
                    yield return logged;
                }
            }
        }
    }
}
