using Sendra.Application.Workflows;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;
using Sendra.Domain.Enrollments;
using Sendra.Domain.EventSources;
using Sendra.Domain.Messages;

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
        if (request.Sender is { } sender)
        {
            return Send(request, sender);
        }

        if (request.Delivery is { } delivery)
        {
            return Take(request, delivery);
        }

        var first = FirstAnswerTo(request.WorkspaceId, request.Key, out var expired);
        return first is null ? Take(request, expired) : Repeat(request.Key!, first);
    }

    // An event that a step sends, what the outbox has of it, and the run's next step: all or nothing, and once (F15).
    private DecidedRequest Send(IngestionRequest request, SendingRun sender)
    {
        var incoming = request.Events[0];
        var nothing = DecidedRequest.Answered(new IngestionAnswer([], []), _now);
        if (set.SenderOf(sender.Id) is not { Run: { Status: EnrollmentStatus.Active } run, Effect: { State: EffectState.Open } effect } waiting
            || run.VisitNumber != sender.Visit
            || effect.Visit != sender.Visit)
        {
            // Another node was first, or an exit.
            return nothing;
        }

        if (set.RulesOf(request.WorkspaceId).Automation(run.AutomationId)?.Automation.Status != AutomationStatus.Live)
        {
            effect.Hold();
            Changes.Add(effect);
            return nothing;
        }

        effect.Try();
        if (Decider.Refuse(request.WorkspaceId, incoming, set) is { } refusal)
        {
            var contact = set.ContactOf(request.WorkspaceId, incoming.Person, ids);
            effect.Record(new EffectResult.Failed(VisitCode.SchemaViolated, refusal.Message), _now, TimeSpan.Zero);
            BatchWalk.Go(waiting, contact, set, _now, Walk.Carry);
            Changes.Add(effect, waiting, contact);
            return DecidedRequest.Answered(new IngestionAnswer([EventOutcome.Refused(refusal)], []), _now);
        }

        var decided = Decider.Decide(request.WorkspaceId, incoming, set, ids, explain: false);
        effect.Record(new EffectResult.Done(null, null), _now, TimeSpan.Zero);
        Changes.Add([decided]);
        Changes.Add(effect, waiting);
        return DecidedRequest.Answered(new IngestionAnswer([decided.Outcome], []), _now);
    }

    private static DecidedRequest Repeat(IdempotencyKey key, FirstAnswer first) => key.BodyHash is { } hash && !hash.AsSpan().SequenceEqual(first.BodyHash)
        ? DecidedRequest.Refused(new IdempotencyKeyReusedException())
        : DecidedRequest.Answered(first.Answer with { Duplicate = true }, first.CreatedAt);

    private DecidedRequest Take(IngestionRequest request, FirstAnswer? expired)
    {
        var decided = new List<DecidedEvent>(request.Events.Count);
        var outcomes = new List<EventOutcome>(request.Events.Count);
        foreach (var incoming in request.Events)
        {
            if (FirstAnswerTo(request.WorkspaceId, incoming.Key, out var old) is { } first)
            {
                outcomes.Add(first.Answer.Outcomes[0] with { IsRepeat = true });
                continue;
            }

            if (Decider.Refuse(request.WorkspaceId, incoming, set) is { } refusal)
            {
                outcomes.Add(EventOutcome.Refused(refusal));
                continue;
            }

            decided.Add(Decider.Decide(request.WorkspaceId, incoming, set, ids, request.Explained));
            outcomes.Add(decided[^1].Outcome);
            if (incoming.Key is { } own)
            {
                Remember(request.WorkspaceId, own, new FirstAnswer(own.BodyHash, new IngestionAnswer([decided[^1].Outcome], []), _now), old);
            }
        }

        var answer = new IngestionAnswer(outcomes, request.Rejected ?? []);
        Changes.Add(decided);

        var givenAt = request.Key?.Since ?? _now;

        // What was refused may be sent again once its contact is known or the schema is mended, so it does not claim its key.
        if (request.Key is { } key && (decided.Count > 0 || !request.IsOneEvent))
        {
            Remember(request.WorkspaceId, key, new FirstAnswer(key.BodyHash, answer, givenAt), expired);
        }

        return DecidedRequest.Answered(answer, givenAt);
    }

    private DecidedRequest Take(IngestionRequest request, IncomingDelivery incoming)
    {
        // The same delivery twice in one batch is no longer skipped the second time.
        if (incoming is ReplayedDelivery replay && !replayable.Remove(replay.Delivery.Id))
        {
            return DecidedRequest.Refused(new DeliveryNotSkippedException());
        }

        var taken = new List<DecidedEvent>(request.Events.Count);
        var outcomes = new List<ItemOutcome>(incoming.Items.Count);
        var keepsContent = true;
        foreach (var item in incoming.Items)
        {
            outcomes.Add(Decide(request.WorkspaceId, item, taken, ref keepsContent));
        }

        Changes.Add(taken);
        var delivery = incoming.Become(outcomes, keepsContent, _now);
        Changes.Add(incoming, delivery, outcomes);
        return DecidedRequest.Answered(new IngestionAnswer([.. taken.Select(one => one.Outcome)], []) { Delivery = delivery }, _now);
    }

    private ItemOutcome Decide(WorkspaceId workspaceId, IncomingItem item, List<DecidedEvent> taken, ref bool keepsContent)
    {
        if (item.Settled is { } settled)
        {
            return settled;
        }

        // What was processed is a repeat, whatever its mapping reads of it now.
        if (FirstAnswerTo(workspaceId, item.Key, out var expired) is { } first)
        {
            var eventId = first.Answer.Outcomes[0].EventId!.Value;
            keepsContent &= !gone.Contains(eventId);
            return ItemOutcome.Duplicate(eventId);
        }

        if (item.Event is not { } incoming)
        {
            return ItemOutcome.Without(item.Skip ?? throw new InvalidOperationException("An item without an event says why."));
        }

        var message = set.MessageOf(workspaceId, incoming);
        if (incoming.Feedback is { } feedback && Settle(workspaceId, incoming, feedback, message, ref keepsContent) is { } outcome)
        {
            return outcome;
        }

        if (Decider.Refuse(workspaceId, incoming, set) is { } refusal)
        {
            // Whom an item names, and where, its mapping has said already.
            return ItemOutcome.Without(refusal.Code == EventRefusal.ContactUnknownCode && item.Skip is { } unknown
                ? unknown
                : new SkipReason(refusal.Code, string.Join(' ', refusal.Errors.Values.Select(messages => messages[0]))));
        }

        taken.Add(Decider.Decide(workspaceId, incoming, set, ids, explain: false));

        if (message is not null)
        {
            Note(workspaceId, message, incoming.Feedback!, taken[^1].Event.Id);
        }

        // Only what became an event claims its id: what was skipped may be sent again.
        if (item.Key is { } key)
        {
            Remember(workspaceId, key, new FirstAnswer(null, new IngestionAnswer([taken[^1].Outcome], []), _now), expired);
        }

        return ItemOutcome.Processed(taken[^1].Event.Id);
    }

    // A report of a mail provider that is to make no event (M5).
    private ItemOutcome? Settle(WorkspaceId workspaceId, IncomingEvent incoming, Feedback feedback, KnownMessage? message, ref bool keepsContent)
    {
        EventId? earlier = null;
        var isRepeated = message?.IsRepeated(feedback, out earlier) == true;
        if (isRepeated && earlier is { } eventId)
        {
            return ItemOutcome.Duplicate(eventId);
        }

        if (set.HasContact(workspaceId, incoming.Person))
        {
            return null;
        }

        if (message is not null)
        {
            if (!isRepeated)
            {
                Note(workspaceId, message, feedback, null);
            }

            return ItemOutcome.Without(SkipReason.NoContact);
        }

        // What was sent about somebody who is erased is not to be kept either.
        keepsContent &= !feedback.IsOurs;
        return feedback.IsOurs ? ItemOutcome.Without(SkipReason.MessageUnknown) : null;
    }

    private void Note(WorkspaceId workspaceId, KnownMessage message, Feedback feedback, EventId? eventId)
    {
        var at = feedback.At is { } said && said < _now ? said : _now;
        Changes.Add(new MessageReport(workspaceId, message, feedback, at < message.Since ? message.Since : at, eventId));
        message.Note(feedback, eventId);
    }

    private FirstAnswer? FirstAnswerTo(WorkspaceId workspaceId, IdempotencyKey? key, out FirstAnswer? expired)
    {
        expired = null;
        if (key is null || !answers.TryGetValue((workspaceId, key.Stored), out var first))
        {
            return null;
        }

        if (first.CreatedAt >= (key.Since ?? _now - key.CountsFor))
        {
            return first;
        }

        expired = first;
        return null;
    }

    private void Remember(WorkspaceId workspaceId, IdempotencyKey key, FirstAnswer first, FirstAnswer? expired)
    {
        Changes.Add(new NewAnswer(workspaceId, key.Stored, first, expired?.CreatedAt));
        answers[(workspaceId, key.Stored)] = first;
    }
}
