using Sendra.Infrastructure.Ingestion;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Erasure;

/// <summary>Erases events with what their deliveries carried, and takes them off their names' counts, in the transaction of its caller.</summary>
internal static class EventEraser
{
    /// <summary>Erases these events, all of one workspace.</summary>
    /// <param name="session">In a transaction.</param>
    /// <param name="events">The events; few enough for one short transaction.</param>
    /// <exception cref="LostRaceException">Somebody else erased one of them, or counted on a tally, at the same time.</exception>
    public static async Task EraseAsync(BulkSession session, IReadOnlyList<CountedEvent> events)
    {
        if (events.Count == 0)
        {
            return;
        }

        var names = Tallying.ByName(events, EventNameTally.ErasedShard, -1);
        var periods = Tallying.ByPeriod(events, EventNameTally.ErasedShard, -1);
        var deliveries = new HashSet<DeliveryId>();
        await session.ReadAsync(locking: false, ErasureSql.SelectDeliveriesOfEvents.Read(events, row => deliveries.Add(row.Id<DeliveryId>(0))));
        await session.WriteAsync(
            ErasureSql.DeleteEvents.Write(events),
            ErasureSql.ForgetRepeatsOfEvents.Write(events, everyRow: false),
            DeliverySql.ForgetDeliveries.Write([.. deliveries.Select(id => new StoredRow<DeliveryId>(events[0].WorkspaceId, id))], everyRow: false),
            TallySql.InsertMissingTallies.Write(names, everyRow: false),
            TallySql.AddToTallies.Write(names),
            TallySql.InsertMissingPeriodTallies.Write(periods, everyRow: false),
            TallySql.AddToPeriodTallies.Write(periods));
        await ForgetNamesAsync(session, names);
        await ForgetPeriodsAsync(session, periods);
    }

    // A name that no event has any more leaves no trace. Shards that add up to nothing can go together, whatever other
    // shards somebody makes meanwhile.
    private static async Task ForgetNamesAsync(BulkSession session, EventNameTally[] tallies)
    {
        var shards = new List<EventNameTally>();
        await session.ReadAsync(locking: false, ErasureSql.SelectTallies.Read(
            [.. tallies.Select(tally => (tally.WorkspaceId, tally.EventName))],
            row => shards.Add(new EventNameTally
            {
                WorkspaceId = row.Id<WorkspaceId>(0),
                EventName = row.Text(1),
                Shard = row.Int(2),
                ReceivedCount = row.LongOrNull(3)!.Value,
            })));
        var gone = shards.GroupBy(shard => shard.EventName).Where(name => name.Sum(shard => shard.ReceivedCount) == 0).ToArray();
        await session.WriteAsync(
            ErasureSql.DeleteTallies.Write([.. gone.SelectMany(name => name)]),
            ErasureSql.DeletePropertyTypes.Write([.. gone.Select(name => (tallies[0].WorkspaceId, name.Key))], everyRow: false));
    }

    // Nor does a day or an hour.
    private static async Task ForgetPeriodsAsync(BulkSession session, EventPeriodTally[] tallies)
    {
        var shards = new List<EventPeriodTally>();
        await session.ReadAsync(locking: false, ErasureSql.SelectPeriodTallies.Read(
            tallies,
            row => shards.Add(new EventPeriodTally
            {
                WorkspaceId = row.Id<WorkspaceId>(0),
                EventName = row.Text(1),
                Hour = row.Int(2),
                Shard = row.Int(3),
                Received = row.LongOrNull(4)!.Value,
            })));
        await session.WriteAsync(ErasureSql.DeletePeriodTallies.Write(
            [.. shards.GroupBy(shard => (shard.EventName, shard.Hour)).Where(period => period.Sum(shard => shard.Received) == 0).SelectMany(period => period)]));
    }
}
