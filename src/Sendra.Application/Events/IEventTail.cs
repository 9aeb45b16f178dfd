namespace Sendra.Application.Events;

/// <summary>The end of a workspace's log, live (L2).</summary>
public interface IEventTail
{
    /// <summary>How much of the past a client that comes back is given at most.</summary>
    const int MaxMissed = 1_000;

    /// <summary>How old an event may be to be given to a client that comes back.</summary>
    static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(15);

    /// <summary>How often there is a sign of life.</summary>
    static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Follows the log. Every event that is committed after this task is complete comes exactly once, on whichever node
    /// it was received; null is a sign of life. It ends when the reader falls too far behind, and when the node stops:
    /// come back then with the last id.
    /// </summary>
    /// <param name="followerId">Who follows: a session or a key.</param>
    /// <param name="filter">Which events.</param>
    /// <param name="afterId">
    /// The last event that the reader got before, or null. What came after it comes first, at most
    /// <see cref="MaxMissed"/> and no older than <see cref="MaxAge"/>. None is left out, but events of the half minute
    /// before that one may come again when this node does not know which of them the reader got.
    /// </param>
    Task<IAsyncEnumerable<LoggedEvent?>> FollowAsync(
        WorkspaceId workspaceId, Guid followerId, EventLogFilter filter, EventId? afterId, CancellationToken cancellationToken);
}
