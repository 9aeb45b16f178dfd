using System.Runtime.CompilerServices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sendra.Application.Events;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.Queries;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Events;

/// <summary>The tails of this node: one for each workspace that somebody follows, however many they are.</summary>
internal sealed partial class EventTails(
    ISqlReader sql, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<EventTails> logger) : IEventTail
{
    private readonly Lock _lock = new();
    private readonly Dictionary<WorkspaceId, Task<WorkspaceTail>> _tails = [];

    // So many missed events are read at once: their properties may take 256 KiB each.
    private const int MissedChunk = 50;

    public async Task<IAsyncEnumerable<LoggedEvent?>> FollowAsync(
        WorkspaceId workspaceId, Guid followerId, EventLogFilter filter, EventId? afterId, CancellationToken cancellationToken)
    {
        var reader = new TailReader(followerId, filter);
        var tail = await TailOf(workspaceId).WaitAsync(cancellationToken);
        HashSet<EventId> known;
        while (!tail.TryJoin(reader, afterId, out known))
        {
            cancellationToken.ThrowIfCancellationRequested();
            lifetime.ApplicationStopping.ThrowIfCancellationRequested();
            tail = await TailOf(workspaceId).WaitAsync(cancellationToken);
        }

        try
        {
            var missed = afterId is { } id ? tail.InOrder(reader, await MissedAsync(workspaceId, filter, id, known, cancellationToken)) : [];

            // Who hangs up before the first event never reads.
            cancellationToken.UnsafeRegister(_ => tail.Leave(reader), null);
            return ReadAsync(LogOf(workspaceId), tail, reader, afterId, missed, cancellationToken);
        }
        catch
        {
            tail.Leave(reader);
            throw;
        }
    }

    private static async IAsyncEnumerable<LoggedEvent?> ReadAsync(
        EventLog log,
        WorkspaceTail tail,
        TailReader reader,
        EventId? afterId,
        IReadOnlyList<EventId> missed,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            foreach (var chunk in missed.Chunk(MissedChunk))
            {
                if (await TryReadAsync(log, chunk, cancellationToken) is not { } events)
                {
                    // The reader comes back with the last id that they got.
                    yield break;
                }

                // In the order of the ids that were asked for; one that was erased meanwhile is missing.
                foreach (var id in chunk)
                {
                    if (events.TryGetValue(id, out var logged))
                    {
                        yield return logged;
                    }
                }
            }

            // What the database answered above may come to the tail's notice only now.
            var sent = missed.Select(id => (EventId?)id).Append(afterId).ToHashSet();
            await foreach (var logged in reader.ReadAllAsync(cancellationToken))
            {
                if (logged is null || !sent.Contains(logged.Id))
                {
                    yield return logged;
                }
            }
        }
        finally
        {
            tail.Leave(reader);
        }
    }

    private static async Task<Dictionary<EventId, LoggedEvent>?> TryReadAsync(EventLog log, EventId[] ids, CancellationToken cancellationToken)
    {
        try
        {
            return (await log.ReadAsync(ids, cancellationToken)).ToDictionary(logged => logged.Id);
        }
        catch (Exception exception) when (StorageTrouble.IsUnavailable(exception))
        {
            return null;
        }
    }

    private async Task<List<EventId>> MissedAsync(
        WorkspaceId workspaceId, EventLogFilter filter, EventId afterId, HashSet<EventId> known, CancellationToken cancellationToken)
    {
        var from = Since(afterId);
        var newest = await LogOf(workspaceId).NewestIdsAsync(
            filter with { From = filter.From > from ? filter.From : from }, IEventTail.MaxMissed, cancellationToken);
        return newest.FindAll(id => !known.Contains(id));
    }

    // Any id can be sent, so its time is read only when it makes sense.
    private DateTimeOffset Since(EventId afterId)
    {
        var now = clock.GetUtcNow();
        var oldest = now - IEventTail.MaxAge;
        return afterId <= TimeOrderedId.LowerBound<EventId>(oldest + WorkspaceTail.Window) ? oldest
            : (afterId >= TimeOrderedId.LowerBound<EventId>(now) ? now : TimeOrderedId.TimeOf(afterId)) - WorkspaceTail.Window;
    }

    private EventLog LogOf(WorkspaceId workspaceId) => new(sql, new FixedWorkspace(workspaceId));

    private Task<WorkspaceTail> TailOf(WorkspaceId workspaceId)
    {
        lock (_lock)
        {
            if (_tails.TryGetValue(workspaceId, out var started) && !HasEnded(started))
            {
                return started;
            }

            return _tails[workspaceId] = Task.Run(() => StartAsync(workspaceId), CancellationToken.None);
        }
    }

    private static bool HasEnded(Task<WorkspaceTail> started) =>
        started.IsFaulted || started.IsCanceled || (started.IsCompletedSuccessfully && started.Result.HasEnded);

    private async Task<WorkspaceTail> StartAsync(WorkspaceId workspaceId)
    {
        var tail = new WorkspaceTail(LogOf(workspaceId), clock, logger);
        await tail.PrepareAsync(lifetime.ApplicationStopping);
        _ = RunAsync(workspaceId, tail);
        return tail;
    }

    private async Task RunAsync(WorkspaceId workspaceId, WorkspaceTail tail)
    {
        try
        {
            await tail.RunAsync(lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // The node stops; its readers go to another one.
        }
        catch (Exception exception)
        {
            LogFailed(logger, exception);
        }

        lock (_lock)
        {
            if (_tails.TryGetValue(workspaceId, out var current) && HasEnded(current))
            {
                _tails.Remove(workspaceId);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "A live tail failed; its readers come back and begin another one")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
