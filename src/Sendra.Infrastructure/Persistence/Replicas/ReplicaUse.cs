using Microsoft.Extensions.DependencyInjection;
using Sendra.Application.Common;

namespace Sendra.Infrastructure.Persistence.Replicas;

/// <summary>What one request reads of the replica.</summary>
/// <param name="services">The request's own.</param>
internal sealed class ReplicaUse(IServiceProvider services, ReadReplica replica, TimeProvider clock) : IReadReplica
{
    private DateTimeOffset? _asOf;

    public TimeSpan? Behind => _asOf is { } at ? replica.BehindOf(at) : null;

    public DateTimeOffset Use()
    {
        if (replica.AsOf is not { } asOf)
        {
            return clock.GetUtcNow();
        }

        services.GetRequiredService<SendraDbContext>().MayReadReplica = true;
        return Note(asOf);
    }

    /// <summary>That something was read which may be as old as this.</summary>
    public DateTimeOffset Note(DateTimeOffset asOf)
    {
        _asOf = asOf;
        return asOf;
    }
}
