namespace Sendra.Infrastructure.Persistence.Replicas;

/// <summary>What readiness shows of the read replica.</summary>
public sealed class ReplicaState
{
    private readonly ReadReplica _replica;

    internal ReplicaState(ReadReplica replica) => _replica = replica;

    /// <summary>False where none is configured.</summary>
    public bool IsThere => _replica.IsThere;

    /// <summary>True when it is read; else the database itself is.</summary>
    public bool IsRead => _replica.AsOf is not null;

    /// <summary>How far behind it may be; null when it doesn't answer.</summary>
    public TimeSpan? Behind => _replica.Reached is { } at ? _replica.BehindOf(at) : null;
}
