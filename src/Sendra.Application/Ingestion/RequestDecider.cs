using Sendra.Domain.Common;
using Sendra.Domain.EventSources;

namespace Sendra.Application.Ingestion;

/// <summary>Decides the requests of a batch in order: each sees what the previous ones did. No I/O.</summary>
/// <param name="set">The rows they change.</param>
/// <param name="answers">The first answers to keys that were used before.</param>
/// <param name="replayable">The deliveries that can still be replayed.</param>
/// <param name="gone">The events of first answers that are no longer in the log.</param>
/// <param name="now">The time of the batch.</param>
public sealed class RequestDecider(
    WorkingSet set,
    Dictionary<(WorkspaceId WorkspaceId, string Key), FirstAnswer> answers,
    HashSet<DeliveryId> replayable,
    HashSet<EventId> gone,
    DateTimeOffset now,
    IdGenerator ids)
{
    // As exact as it is stored: who reads it must not find it older than who wrote it.
    private readonly DateTimeOffset _now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));

    /// <summary>What to save.</summary>
    public BatchChanges Changes { get; } = new(set);

    public DecidedRequest Decide(IngestionRequest request)
    {
        // The same delivery twice in one batch is no longer skipped the second time.
        if (request.Delivery is ReplayedDelivery replay && !replayable.Remove(replay.Delivery.Id))
        {
            return DecidedRequest.Refused(new DeliveryNotSkippedException());
        }

        var first = FirstAnswerTo(request, out var expired);
        return first is null ? Take(request, expired) : Repeat(request, first);
    }

    private FirstAnswer? FirstAnswerTo(IngestionRequest request, out FirstAnswer? expired)
    {
        expired = null;
        if (request.Key is not { } key || !answers.TryGetValue((request.WorkspaceId, key.Stored), out var first))
        {
            return null;
        }

        if (first.CreatedAt >= (key.Since ?? _now - IdempotencyKey.Retention))
        {
            return first;
        }

        expired = first;
        return null;
    }

    private DecidedRequest Repeat(IngestionRequest request, FirstAnswer first)
    {
        if (request.Key!.BodyHash is { } hash && !hash.AsSpan().SequenceEqual(first.BodyHash))
        {
            return DecidedRequest.Refused(new IdempotencyKeyReusedException());
        }

        var answer = first.Answer with { Duplicate = true };
        return Answered(request, answer, first.CreatedAt, delivery => answer.Outcomes[0].EventId is { } eventId && gone.Contains(eventId)
            ? delivery.DuplicateOfErased(eventId, _now)
            : delivery.Duplicate(answer.Outcomes[0].EventId!.Value, _now));
    }

    private DecidedRequest Take(IngestionRequest request, FirstAnswer? expired)
    {
        var decided = new List<DecidedEvent>(request.Events.Count);
        var outcomes = new List<EventOutcome>(request.Events.Count);
        foreach (var incoming in request.Events)
        {
            if (Decider.Refuse(request.WorkspaceId, incoming, set) is { } refusal)
            {
                outcomes.Add(EventOutcome.Refused(refusal));
            }
            else
            {
                decided.Add(Decider.Decide(request.WorkspaceId, incoming, set, ids, request.Explained));
                outcomes.Add(decided[^1].Outcome);
            }
        }

        if (request.Delivery is { } arrived && outcomes is [{ Refusal: { } against }])
        {
            // Whom a delivery names, and where, its mapping has said already.
            if (against.Code != EventRefusal.ContactUnknownCode)
            {
                request = request with { Delivery = arrived.SkippedFor(new SkipReason(against.Code, string.Join(' ', against.Errors.Values.Select(messages => messages[0])))) };
            }

            outcomes.Clear();
        }

        var answer = new IngestionAnswer(outcomes, request.Rejected ?? []);
        Changes.Add(decided);

        var givenAt = request.Key?.Since ?? _now;

        // What was skipped may be sent again once the mapping is mended, so it does not claim its id; what was refused, once its contact is known or the schema is mended.
        if (request.Key is { } key && (decided.Count > 0 || (request.Delivery is null && !request.IsOneEvent)))
        {
            var first = new FirstAnswer(key.BodyHash, answer, givenAt);
            Changes.Add(new NewAnswer(request.WorkspaceId, key.Stored, first, expired?.CreatedAt));
            answers[(request.WorkspaceId, key.Stored)] = first;
        }

        return Answered(request, answer, givenAt, delivery => decided.Count > 0
            ? delivery.Processed(answer.Outcomes[0].EventId!.Value, _now)
            : delivery.WithoutEvent(_now));
    }

    private DecidedRequest Answered(
        IngestionRequest request, IngestionAnswer answer, DateTimeOffset givenAt, Func<IncomingDelivery, Delivery> become)
    {
        if (request.Delivery is not { } incoming)
        {
            return DecidedRequest.Answered(answer, givenAt);
        }

        var delivery = become(incoming);
        Changes.Add(incoming, delivery);
        return DecidedRequest.Answered(answer with { Delivery = delivery }, givenAt);
    }
}
