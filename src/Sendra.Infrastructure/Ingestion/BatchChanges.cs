using Sendra.Application.Ingestion;
using Sendra.Domain.Contacts;
using Sendra.Domain.Events;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>Gathers what a batch changed, and saves it set by set.</summary>
/// <param name="set">What the batch was decided on.</param>
/// <param name="now">The time.</param>
/// <param name="shard">Which counters to use.</param>
internal sealed class BatchChanges(WorkingSet set, DateTimeOffset now, int shard)
{
    private readonly List<ReceivedEvent> _events = [];
    private readonly HashSet<Contact> _contacts = [];
    private readonly List<IdempotencyRecord> _answers = [];

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
    public IdempotencyRecord Remember(IngestionRequest request, IngestionAnswer answer)
    {
        var record = new IdempotencyRecord
        {
            WorkspaceId = request.WorkspaceId,
            Key = request.Key!.Key,
            BodyHash = request.Key.BodyHash,
            Answer = AnswerJson.Write(answer),
            CreatedAt = now,
        };
        _answers.Add(record);
        return record;
    }

    /// <summary>Saves everything; the caller commits.</summary>
    /// <exception cref="LostRaceException">Another writer was first.</exception>
    public Task SaveAsync(BulkSession session)
    {
        var tallies = Tally();
        return session.WriteAsync(
            IngestionSql.InsertContacts.Write(set.NewContacts),
            IngestionSql.UpdateContacts.Write([.. _contacts.Except(set.NewContacts)]),
            IngestionSql.InsertEvents.Write(_events),
            IngestionSql.InsertEnrollments.Write([.. set.Runs.SelectMany(runs => runs.Begun)]),
            IngestionSql.ExitEnrollments.Write([.. set.Runs.SelectMany(runs => runs.Dropped)]),
            IngestionSql.InsertAnswers.Write(_answers),
            IngestionSql.AddToTallies.Write(tallies, everyRow: false),
            IngestionSql.InsertMissingTallies.Write(tallies, everyRow: false));
    }

    // In name order, as every writer of the shard does it.
    private EventNameTally[] Tally() =>
    [
        .. from row in _events
           group row by (row.WorkspaceId, row.EventName) into name
           orderby name.Key.WorkspaceId, name.Key.EventName
           select new EventNameTally
           {
               WorkspaceId = name.Key.WorkspaceId,
               EventName = name.Key.EventName,
               Shard = shard,
               ReceivedCount = name.LongCount(),
           },
    ];
}
