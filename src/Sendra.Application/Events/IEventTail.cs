namespace Sendra.Application.Events;

/// <summary>The end of a workspace's log, live (L2).</summary>
public interface IEventTail
{
    /// <summary>The most missed events that a reconnecting client gets.</summary>
    const int MaxMissed = 4_000;

    /// <summary>The maximum age of missed events that a reconnecting client gets.</summary>
    static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(15);

    /// <summary>The interval of heartbeats.</summary>
    static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Follows the log. Every event committed after this task completes comes exactly once, whichever node received it; null is
    /// a heartbeat. It ends when the reader falls too far behind or the node stops. Then reconnect with the last id.
    /// </summary>
    /// <param name="followerId">Who follows: a session or a key.</param>
    /// <param name="filter">Which events.</param>
    /// <param name="afterId">
    /// The last event that the reader got, or null. Events after it come first, at most
    /// <see cref="MaxMissed"/> and no older than <see cref="MaxAge"/>. None is left out, but events of the half minute before
    /// it may come again if this node doesn't know which of them the reader got.
    /// </param>
    Task<IAsyncEnumerable<LoggedEvent?>> FollowAsync(
        WorkspaceId workspaceId, Guid followerId, EventLogFilter filter, EventId? afterId, CancellationToken cancellationToken);
}
