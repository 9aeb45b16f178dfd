using Sendra.Infrastructure.Persistence.Databases;

namespace Sendra.Infrastructure.Persistence.Replicas;

/// <summary>What this node knows of the read replica, by its last look at it.</summary>
internal sealed class ReadReplica(DatabaseSettings settings, TimeProvider clock)
{
    /// <summary>The key of what reads the replica among the services.</summary>
    public const string Key = "replica";

    // Nodes' clocks differ by less. What is further ahead was written before the database's clock was set back, and may be old.
    private static readonly TimeSpan MaxAhead = TimeSpan.FromSeconds(1);

    // In ticks; 0 when the replica didn't answer.
    private long _reached;

    public bool IsThere => settings.Replica is not null;

    /// <summary>What was committed before this time is there; null when it didn't answer, or hasn't got what this node wrote.</summary>
    public DateTimeOffset? Reached => Interlocked.Read(ref _reached) is not 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>The same, or null when the replica is not to be read.</summary>
    public DateTimeOffset? AsOf => Reached is { } at && clock.GetUtcNow() - at is var behind && behind >= -MaxAhead && behind <= settings.Replica!.MaxBehind ? at : null;

    /// <summary>How far behind is what was committed before a time.</summary>
    public TimeSpan BehindOf(DateTimeOffset at) => clock.GetUtcNow() - at is var behind && behind > TimeSpan.Zero ? behind : TimeSpan.Zero;

    public void Answered(DateTimeOffset reached) => Interlocked.Exchange(ref _reached, reached.UtcTicks);

    /// <summary>It failed: until the next look that finds it well, the database itself is read.</summary>
    public void Lost() => Interlocked.Exchange(ref _reached, 0);
}
