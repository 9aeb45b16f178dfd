using Sendra.Application.Ingestion;
using Sendra.Domain.Messages;
using Sendra.Infrastructure.Messages;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Converters;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>Loads the messages that a batch's mail providers report on (M5), after the contacts are locked: one round trip, and none without reports.</summary>
internal static class FeedbackLoader
{
    public static async Task<IReadOnlyDictionary<(WorkspaceId WorkspaceId, MessageId Id), KnownMessage>> LoadAsync(
        BulkSession session, IReadOnlyList<IngestionRequest> requests)
    {
        (WorkspaceId WorkspaceId, MessageId Id)[] named =
        [
            .. requests.SelectMany(request => request.Events, (request, incoming) => (request.WorkspaceId, incoming.Feedback?.MessageId))
                .Where(one => one.MessageId is not null).Select(one => (one.WorkspaceId, one.MessageId!.Value)).Distinct(),
        ];
        var messages = new Dictionary<(WorkspaceId WorkspaceId, MessageId Id), (string Email, DateTimeOffset? SentAt)>();
        var reported = new List<((WorkspaceId WorkspaceId, MessageId Id) Message, MessageEventType Type, EventId? EventId)>();
        await session.ReadAsync(
            locking: false,
            MessageSql.SelectReported.Read(named, row => messages.Add(
                (row.Id<WorkspaceId>(0), row.Id<MessageId>(1)), (row.Text(2), row.LongOrNull(3) is { } sent ? UnixMicrosecondsConverter.ToTime(sent) : null))),
            MessageSql.SelectEarlierReports.Read(named, row => reported.Add(
                ((row.Id<WorkspaceId>(0), row.Id<MessageId>(1)), (MessageEventType)row.Int(2), row.IdOrNull<EventId>(3)))));
        var earlier = reported.DistinctBy(one => (one.Message, one.Type)).ToLookup(one => one.Message, one => KeyValuePair.Create(one.Type, one.EventId));
        return messages.ToDictionary(one => one.Key, one => new KnownMessage(one.Key.Id, one.Value.Email, one.Value.SentAt, earlier[one.Key]));
    }
}
