using Sendra.Application.Ingestion;
using Sendra.Domain.Contacts;
using Sendra.Domain.EventPatterns;
using Sendra.Domain.Events;
using Sendra.Domain.EventSources;
using Sendra.Infrastructure.Erasure;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>Gathers what a batch changed, and saves it set by set.</summary>
/// <param name="set">What the batch was decided on.</param>
/// <param name="now">The time.</param>
/// <param name="shard">Which counters to use.</param>
/// <param name="watch">What is known of the events' properties.</param>
/// <param name="tallies">Which counters are known to be there.</param>
internal sealed class BatchChanges(WorkingSet set, DateTimeOffset now, int shard, PropertyTypeWatch watch, KnownTallies tallies)
{
    private readonly List<ReceivedEvent> _events = [];
    private readonly HashSet<Contact> _contacts = [];
    private readonly List<IdempotencyRecord> _answers = [];
    private readonly List<(IdempotencyRecord Answer, DateTimeOffset ExpiredAt)> _renewed = [];
    private readonly List<Delivery> _arrived = [];
    private readonly List<DeliveryAddress> _addresses = [];
    private readonly List<Delivery> _replayed = [];
    private IReadOnlyList<EventPropertyType> _types = [];
    private EventNameTally[] _names = [];
    private EventPeriodTally[] _periods = [];

    /// <summary>The time of everything in the batch.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Adds events that took effect.</summary>
    public void Add(IEnumerable<DecidedEvent> decided)
    {
        foreach (var one in decided)
        {
            _events.Add(one.Event);
            _contacts.Add(one.Contact);
        }
    }

    /// <summary>Adds the first answer to a request's key.</summary>
    /// <param name="request">The request.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="expired">The answer that the key had so long ago that it may be used again, or null.</param>
    public IdempotencyRecord Remember(IngestionRequest request, IngestionAnswer answer, IdempotencyRecord? expired)
    {
        var record = new IdempotencyRecord
        {
            WorkspaceId = request.WorkspaceId,
            Key = request.Key!.Stored,
            BodyHash = request.Key.BodyHash,
            Answer = AnswerJson.Write(answer),
            CreatedAt = now,
        };
        if (expired is null)
        {
            _answers.Add(record);
        }
        else
        {
            _renewed.Add((record, expired.CreatedAt));
        }

        return record;
    }

    /// <summary>Adds what became of a delivery.</summary>
    /// <param name="incoming">How it came.</param>
    /// <param name="delivery">What became of it.</param>
    public void Add(IncomingDelivery incoming, Delivery delivery)
    {
        if (incoming is ArrivedDelivery arrived)
        {
            _arrived.Add(delivery);
            _addresses.AddRange(arrived.AddressesToNote(delivery)
                .Select(hash => new DeliveryAddress { WorkspaceId = delivery.WorkspaceId, AddressHash = hash, DeliveryId = delivery.Id }));
        }
        else
        {
            _replayed.Add(delivery);
        }
    }

    /// <summary>Saves everything; the caller commits.</summary>
    /// <exception cref="LostRaceException">Another writer was first.</exception>
    public Task SaveAsync(BulkSession session)
    {
        CountedEvent[] counted = [.. _events.Select(row => new CountedEvent(row.WorkspaceId, row.Id, row.EventName, row.Enrolled, row.Exited))];
        _names = Tallying.ByName(counted, shard, 1);
        _periods = Tallying.ByPeriod(counted, shard, 1);
        _types = watch.NewIn(_events);
        return session.WriteAsync(
            IngestionSql.InsertContacts.Write(set.NewContacts),
            IngestionSql.UpdateContacts.Write([.. _contacts.Except(set.NewContacts)]),
            IngestionSql.InsertEvents.Write(_events),
            IngestionSql.InsertEnrollments.Write([.. set.Runs.SelectMany(runs => runs.Begun)]),
            IngestionSql.ExitEnrollments.Write([.. set.Runs.SelectMany(runs => runs.Dropped)]),
            IngestionSql.InsertDeliveries.Write(_arrived),
            IngestionSql.InsertDeliveryAddresses.Write(_addresses),
            IngestionSql.UpdateDeliveries.Write(_replayed),
            ErasureSql.ForgetDeliveries.Write([.. _replayed.Where(delivery => delivery.Payload is null).Select(delivery => new StoredRow(delivery.WorkspaceId, delivery.Id))]),
            IngestionSql.InsertAnswers.Write(_answers),
            IngestionSql.RenewAnswers.Write(_renewed),
            IngestionSql.InsertMissingTallies.Write(tallies.Unknown(_names), everyRow: false),
            IngestionSql.AddToTallies.Write(_names),
            IngestionSql.InsertMissingPeriodTallies.Write(tallies.Unknown(_periods), everyRow: false),
            IngestionSql.AddToPeriodTallies.Write(_periods),
            IngestionSql.InsertPropertyTypes.Write(_types, everyRow: false));
    }

    /// <summary>Tells what need not be written again. Call after the commit.</summary>
    public void Committed()
    {
        watch.Remember(_types);
        tallies.Remember(_names, _periods);
    }

    /// <summary>How many events took effect, and what they enrolled and exited.</summary>
    public (int Events, int Enrolled, int Exited) CountEvents() => (_events.Count, _events.Sum(row => row.Enrolled), _events.Sum(row => row.Exited));

    /// <summary>How many deliveries got this status.</summary>
    public int CountDeliveries(DeliveryStatus status) =>
        _arrived.Count(delivery => delivery.Status == status) + _replayed.Count(delivery => delivery.Status == status);
}
