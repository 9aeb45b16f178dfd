using Microsoft.EntityFrameworkCore;
using Sendra.Application.Common;
using Sendra.Application.EventSources;
using Sendra.Domain.Common;
using Sendra.Domain.EventSources;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.EventSources;

internal sealed class DeliveryList(SendraDbContext db, TimeProvider clock) : IDeliveryList
{
    private const int EraseStep = 500;

    public Task<Page<DeliveryItem>> ListAsync(EventSourceId sourceId, DeliveryStatus? status, Paging paging, CancellationToken cancellationToken)
    {
        var rows = db.Deliveries.Where(row => row.SourceId == sourceId);
        return ReadAsync(status is { } wanted ? rows.Where(row => row.Status == wanted) : rows, paging, cancellationToken);
    }

    public Task<Page<DeliveryItem>> ListSkippedAsync(Paging paging, CancellationToken cancellationToken) =>
        ReadAsync(db.Deliveries.Where(row => row.Status == DeliveryStatus.Skipped), paging, cancellationToken);

    public async Task<Delivery?> FindAsync(DeliveryId id, CancellationToken cancellationToken)
    {
        var found = await db.Deliveries.AsNoTracking().Where(row => row.Id == id)
            .Select(row => new
            {
                Delivery = row,
                IsErased = db.Erasures.Any(erasure =>
                    db.DeliveryAddresses.Any(address => address.DeliveryId == row.Id && (address.AddressHash == erasure.AddressHash || address.AddressHash == erasure.ExternalIdHash))
                    || db.StoredEvents.Any(received => received.Id == row.EventId && received.ContactId == erasure.ContactId)),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is not null && (found.IsErased || await IsItemErasedAsync(found.Delivery, cancellationToken)))
        {
            found.Delivery.ForgetPayload();
        }

        return found?.Delivery;
    }

    private async Task<bool> IsItemErasedAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.ItemOutcomes is not { } items || !await db.Erasures.AnyAsync(cancellationToken))
        {
            return false;
        }

        var events = items.Select(item => item.EventId).OfType<EventId>().ToArray();
        return await db.StoredEvents.AnyAsync(
            received => events.Contains(received.Id) && db.Erasures.Any(erasure => erasure.ContactId == received.ContactId), cancellationToken);
    }

    public async Task<IReadOnlyDictionary<EventSourceId, SourceTraffic>> CountAsync(
        IReadOnlyCollection<EventSourceId> sourceIds, CancellationToken cancellationToken)
    {
        var aDayAgo = TimeOrderedId.LowerBound<DeliveryId>(clock.GetUtcNow().AddDays(-1));
        var counted = await db.Deliveries.Where(row => sourceIds.Contains(row.SourceId))
            .GroupBy(row => new { row.SourceId, row.Status })
            .Select(group => new { group.Key.SourceId, group.Key.Status, Count = group.LongCount(), LastDay = group.LongCount(row => row.Id >= aDayAgo) })
            .ToListAsync(cancellationToken);
        var last = await db.EventSources.Where(source => sourceIds.Contains(source.Id))
            .Select(source => new
            {
                source.Id,
                Last = db.Deliveries.Where(row => row.SourceId == source.Id).OrderByDescending(row => row.Id).Select(row => (DeliveryId?)row.Id).FirstOrDefault(),
            })
            .Where(source => source.Last != null)
            .ToDictionaryAsync(source => source.Id, source => TimeOrderedId.TimeOf(source.Last!.Value), cancellationToken);
        return counted.GroupBy(row => row.SourceId).ToDictionary(
            source => source.Key,
            source => new SourceTraffic(
                CountsOf(source.Select(row => (row.Status, row.Count))),
                CountsOf(source.Select(row => (row.Status, row.LastDay))),
                last.TryGetValue(source.Key, out var at) ? at : null));
    }

    private static DeliveryCounts CountsOf(IEnumerable<(DeliveryStatus Status, long Count)> counted)
    {
        var counts = counted.ToLookup(row => row.Status, row => row.Count);
        return new DeliveryCounts(
            counts[DeliveryStatus.Processed].Sum(),
            counts[DeliveryStatus.Skipped].Sum(),
            counts[DeliveryStatus.Duplicate].Sum(),
            counts[DeliveryStatus.Refused].Sum(),
            counts[DeliveryStatus.Ignored].Sum(),
            counts[DeliveryStatus.Handshake].Sum());
    }

    public async Task<IReadOnlyList<Delivery>> ListReplayableAsync(
        EventSourceId sourceId, DeliveryId? after, DeliveryId last, int count, CancellationToken cancellationToken)
    {
        var rows = db.Deliveries.AsNoTracking()
            .Where(row => row.SourceId == sourceId && row.SkippedItems > 0 && row.Id <= last && row.Payload != null);
        if (after is { } earlier)
        {
            rows = rows.Where(row => row.Id > earlier);
        }

        return await rows.OrderBy(row => row.Id).Take(count).ToListAsync(cancellationToken);
    }

    public async Task EraseAsync(EventSourceId sourceId, CancellationToken cancellationToken)
    {
        var rows = db.Deliveries.Where(row => row.SourceId == sourceId);
        for (var erased = EraseStep; erased >= EraseStep;)
        {
            var edge = await rows.OrderBy(row => row.Id).Skip(EraseStep - 1).Select(row => (DeliveryId?)row.Id).FirstOrDefaultAsync(cancellationToken);
            var step = edge is { } end ? rows.Where(row => row.Id <= end) : rows;
            erased = await step.ExecuteDeleteAsync(cancellationToken);
        }
    }

    private async Task<Page<DeliveryItem>> ReadAsync(IQueryable<Delivery> rows, Paging paging, CancellationToken cancellationToken)
    {
        if (paging.AfterId<DeliveryId>() is { } after)
        {
            rows = rows.Where(row => row.Id < after);
        }

        // Not the row itself: a page of payloads could have 200 MiB.
        var items = await rows.OrderByDescending(row => row.Id).Take(paging.Size + 1)
            .Select(row => new
            {
                row.Id,
                row.SourceId,
                row.Status,
                row.Code,
                row.Reason,
                row.EventId,
                row.DeliveryId,
                row.ReplayedAt,
                row.Items,
                row.ItemReasons,
                IsErased = db.DeliveryAddresses.Any(address => address.DeliveryId == row.Id && db.Erasures.Any(erasure => erasure.AddressHash == address.AddressHash || erasure.ExternalIdHash == address.AddressHash)),
            })
            .ToListAsync(cancellationToken);
        return paging.Cut(
            [.. items.Select(row => new DeliveryItem(
                row.Id,
                row.SourceId,
                TimeOrderedId.TimeOf(row.Id),
                row.Status,
                row.Code,
                row.IsErased ? null : row.Reason,
                row.EventId,
                row.DeliveryId,
                row.ReplayedAt,
                ItemResult.From(DeliveryOutcomes.Read(row.Items, row.IsErased ? null : row.ItemReasons))))],
            item => item.Id);
    }
}
