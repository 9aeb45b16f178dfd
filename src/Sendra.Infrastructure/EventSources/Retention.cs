using Microsoft.EntityFrameworkCore;
using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.Domain.EventSources;
using Sendra.Infrastructure.Background;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Configurations;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.EventSources;

/// <summary>
/// Forgets what is kept for a time only: payloads of deliveries, and keys of repeated requests. In small steps, each
/// its own transaction; several nodes at once do the same twice, which harms nothing.
/// </summary>
internal sealed class Retention(WorkspaceDbContexts contexts, PacedSteps pace, TimeProvider clock)
{
    /// <summary>Forgets all that is due.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var anyWorkspace = contexts.For(default);
        var sources = await anyWorkspace.EventSources.IgnoreQueryFilters()
            .Select(source => new
            {
                source.WorkspaceId,
                source.Id,
                source.RetentionDays,
                ForgottenUpTo = EF.Property<DeliveryId?>(source, EventSourceConfiguration.ForgottenUpTo),
            })
            .ToListAsync(cancellationToken);
        foreach (var source in sources)
        {
            await using var db = contexts.For(source.WorkspaceId);
            var due = TimeOrderedId.LowerBound<DeliveryId>(now.AddDays(-source.RetentionDays));
            await ForgetPayloadsAsync(db, source.Id, source.ForgottenUpTo ?? default, due, cancellationToken);
        }

        await ForgetKeysAsync(anyWorkspace, now - IdempotencyKey.Retention, cancellationToken);
    }

    /// <summary>The same as <see cref="Delivery.ForgetPayload"/>, for many at once.</summary>
    private async Task ForgetPayloadsAsync(
        SendraDbContext db, EventSourceId sourceId, DeliveryId forgottenUpTo, DeliveryId due, CancellationToken cancellationToken)
    {
        await pace.RunAsync(ForgetSomeAsync, cancellationToken);

        async Task<bool> ForgetSomeAsync()
        {
            if (await NextAsync(db, sourceId, forgottenUpTo, due, cancellationToken) is not { } end)
            {
                return false;
            }

            var begin = forgottenUpTo;
            await db.Deliveries
                .Where(row => row.SourceId == sourceId && row.Id > begin && row.Id <= end)
                .ExecuteUpdateAsync(
                    row => row
                        .SetProperty(delivery => delivery.Payload, (byte[]?)null)
                        .SetProperty(delivery => delivery.Headers, (string?)null)
                        .SetProperty(delivery => delivery.Reason, (string?)null)
                        .SetProperty(delivery => delivery.ItemReasons, (string?)null)
                        .SetProperty(delivery => delivery.WithheldHeaders, (string?)null),
                    cancellationToken);

            // Whoever finds a delivery by its address finds nothing to forget any more.
            await db.DeliveryAddresses
                .Where(row => row.DeliveryId > begin && row.DeliveryId <= end
                    && db.Deliveries.Any(delivery => delivery.Id == row.DeliveryId && delivery.SourceId == sourceId))
                .ExecuteDeleteAsync(cancellationToken);

            // Not by SaveChanges: how far the purge has come is no change of the source.
            await db.EventSources.Where(source => source.Id == sourceId)
                .ExecuteUpdateAsync(
                    row => row.SetProperty(source => EF.Property<DeliveryId?>(source, EventSourceConfiguration.ForgottenUpTo), end),
                    cancellationToken);
            forgottenUpTo = end;
            return true;
        }
    }

    // The last delivery of the next step.
    private static async Task<DeliveryId?> NextAsync(
        SendraDbContext db, EventSourceId sourceId, DeliveryId forgottenUpTo, DeliveryId due, CancellationToken cancellationToken)
    {
        var step = await db.Deliveries
            .Where(row => row.SourceId == sourceId && row.Id > forgottenUpTo && row.Id < due)
            .OrderBy(row => row.Id).Take(PacedSteps.Size).Select(row => row.Id)
            .ToListAsync(cancellationToken);
        return step.Count == 0 ? null : step[^1];
    }

    private Task ForgetKeysAsync(SendraDbContext anyWorkspace, DateTimeOffset due, CancellationToken cancellationToken)
    {
        var keys = anyWorkspace.IdempotencyRecords.IgnoreQueryFilters().Where(record => record.CreatedAt < due);
        return pace.RunAsync(ForgetSomeAsync, cancellationToken);

        async Task<bool> ForgetSomeAsync()
        {
            var some = await keys.OrderBy(record => record.CreatedAt).Take(PacedSteps.Size).Select(record => record.CreatedAt).ToListAsync(cancellationToken);
            if (some.Count == 0)
            {
                return false;
            }

            var end = some[^1];
            await keys.Where(record => record.CreatedAt <= end).ExecuteDeleteAsync(cancellationToken);
            return true;
        }
    }
}
