using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.Domain.EventSources;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>Decides the requests of a batch one after the other: each sees what those before it did.</summary>
/// <param name="set">What they take effect on.</param>
/// <param name="answers">The first answers to their keys, as far as these were used before.</param>
/// <param name="replayable">The deliveries to be replayed that still can be.</param>
/// <param name="gone">The events of first answers that are no longer in the log.</param>
/// <param name="changes">Gathers what is to be saved.</param>
/// <param name="ids">Makes ids.</param>
internal sealed class RequestDecider(
    WorkingSet set,
    Dictionary<(Guid WorkspaceId, string Key), IdempotencyRecord> answers,
    HashSet<Guid> replayable,
    HashSet<Guid> gone,
    BatchChanges changes,
    IdGenerator ids)
{
    /// <summary>What is to be saved.</summary>
    public BatchChanges Changes => changes;

    /// <summary>Decides a request.</summary>
    public DecidedRequest Decide(IngestionRequest request)
    {
        if (request.RulesVersion is { } version && version != set.RulesOf(request.WorkspaceId).Version)
        {
            return DecidedRequest.Refused(new RulesChangedException());
        }

        // The same delivery twice in one batch is no longer skipped the second time.
        if (request.Delivery is ReplayedDelivery replay && !replayable.Remove(replay.Delivery.Id))
        {
            return DecidedRequest.Refused(new DeliveryNotSkippedException());
        }

        var first = FirstAnswer(request.WorkspaceId, request.Key, out var expired);
        return first is null ? Take(request, expired) : Repeat(request, first);
    }

    private IdempotencyRecord? FirstAnswer(Guid workspaceId, IdempotencyKey? key, out IdempotencyRecord? expired)
    {
        var first = key is null ? null : answers.GetValueOrDefault((workspaceId, key.Stored));
        expired = first?.CreatedAt < changes.Now - IdempotencyKey.Retention ? first : null;
        return expired is null ? first : null;
    }

    private DecidedRequest Repeat(IngestionRequest request, IdempotencyRecord first)
    {
        if (request.Key!.BodyHash is { } hash && !hash.AsSpan().SequenceEqual(first.BodyHash))
        {
            return DecidedRequest.Refused(new IdempotencyKeyReusedException());
        }

        var answer = AnswerJson.ReadDuplicate(first.Answer);
        return Answered(request, answer, delivery => answer.Outcomes[0].EventId is { } eventId && gone.Contains(eventId)
            ? delivery.DuplicateOfErased(eventId, changes.Now)
            : delivery.Duplicate(answer.Outcomes[0].EventId!.Value, changes.Now));
    }

    private DecidedRequest Take(IngestionRequest request, IdempotencyRecord? expired)
    {
        var decided = request.Events.Select(incoming => Decider.Decide(request.WorkspaceId, incoming, set, ids)).ToArray();
        var answer = new IngestionAnswer([.. decided.Select(one => one.Outcome)], request.Rejected ?? []);
        changes.Add(decided);

        // What was skipped may be sent again once the mapping is mended, so it does not claim its id.
        if (request.Key is not null && (request.Delivery is null || decided.Length > 0))
        {
            var record = changes.Remember(request, answer, expired);
            answers[(record.WorkspaceId, record.Key)] = record;
        }

        return Answered(request, answer, delivery => decided.Length > 0
            ? delivery.Processed(answer.Outcomes[0].EventId!.Value, changes.Now)
            : delivery.WithoutEvent(changes.Now));
    }

    private DecidedRequest Answered(IngestionRequest request, IngestionAnswer answer, Func<IncomingDelivery, Delivery> become)
    {
        if (request.Delivery is not { } incoming)
        {
            return DecidedRequest.Answered(answer);
        }

        var delivery = become(incoming);
        changes.Add(incoming, delivery);
        return DecidedRequest.Answered(answer, delivery);
    }
}
