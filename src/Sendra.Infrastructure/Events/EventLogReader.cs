using Microsoft.Extensions.DependencyInjection;
using Sendra.Application.Common;
using Sendra.Application.Events;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Persistence.Queries;
using Sendra.Infrastructure.Persistence.Replicas;

namespace Sendra.Infrastructure.Events;

/// <summary>
/// Reads the log where it is: what may have come lately in the database, what is older in the read replica, if there is one. So a page has
/// every event that was answered, and pages neither skip nor repeat one, however far behind the replica is.
/// </summary>
internal sealed class EventLogReader(
    ISqlReader database, [FromKeyedServices(ReadReplica.Key)] ISqlReader copy, ReadReplica replica, ReplicaUse use, IWorkspaceContext workspace) : IEventLog
{
    private readonly EventLog _log = new(database, workspace);
    private readonly EventLog _copy = new(copy, workspace);

    public async Task<Page<LoggedEvent>> ListAsync(EventLogFilter filter, Paging paging, CancellationToken cancellationToken)
    {
        var (after, take) = (paging.AfterId<EventId>(), paging.Size + 1);
        var events = replica.AsOf is { } asOf
            ? await NewestAsync(filter, after, take, asOf, cancellationToken)
            : await _log.NewestAsync(filter, after, take, cancellationToken);
        return paging.Cut(events, logged => logged.Id);
    }

    public Task<EventDetails?> FindAsync(EventId id, CancellationToken cancellationToken) => _log.FindAsync(id, cancellationToken);

    private async Task<List<LoggedEvent>> NewestAsync(EventLogFilter filter, EventId? after, int take, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        // An id is made before its commit.
        var time = asOf - WorkspaceTail.Window;
        var end = TimeOrderedId.LowerBound<EventId>(time);
        var events = after <= end ? [] : await _log.NewestAsync(filter.From > time ? filter : filter with { From = time }, after, take, cancellationToken);
        if (events.Count < take && !(filter.From >= time))
        {
            use.Note(asOf);
            events.AddRange(await _copy.NewestAsync(filter, after < end ? after : end, take - events.Count, cancellationToken));
        }

        return events;
    }
}
