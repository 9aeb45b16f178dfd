using Sendra.Domain.Common;

namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>
/// How many events of a name the log has, kept in the same transaction as the events. Split into shards so that
/// writers don't wait for each other; readers add the shards up. A name without events has no tally.
/// </summary>
internal sealed class EventNameTally : IWorkspaceOwned
{
    /// <summary>How many shards of a name count what comes in.</summary>
    public const int Shards = 16;

    /// <summary>The shard that counts what is erased, below zero; so erasing never waits for a shard that ingestion uses.</summary>
    public const int ErasedShard = Shards;

    public WorkspaceId WorkspaceId { get; init; }

    public required string EventName { get; init; }

    /// <summary>From 0 to <see cref="Shards"/> - 1, or <see cref="ErasedShard"/>.</summary>
    public int Shard { get; init; }

    /// <summary>What this shard adds to the count.</summary>
    public long ReceivedCount { get; init; }
}
