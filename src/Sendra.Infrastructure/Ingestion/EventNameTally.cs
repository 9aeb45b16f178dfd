using Sendra.Domain.Common;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>
/// How often an event name was received, kept in the same transaction as the events. Split into shards so that
/// writers don't wait for each other; readers add the shards up.
/// </summary>
internal sealed class EventNameTally : IWorkspaceOwned
{
    /// <summary>How many shards a name may have.</summary>
    public const int Shards = 16;

    public Guid WorkspaceId { get; init; }

    public required string EventName { get; init; }

    /// <summary>From 0 to <see cref="Shards"/> - 1.</summary>
    public int Shard { get; init; }

    public long ReceivedCount { get; init; }

    /// <summary>The first event of the name in this shard; carries the time.</summary>
    public Guid FirstEventId { get; init; }

    /// <summary>The last event of the name in this shard; carries the time.</summary>
    public Guid LastEventId { get; init; }
}
