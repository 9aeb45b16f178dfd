using Sendra.Domain.Common;
using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Domain.EventSources;

/// <summary>One request to a source's URL, with its outcome. Everything that arrives is recorded (S5).</summary>
public sealed class Delivery : IWorkspaceOwned
{
    /// <summary>The maximum length of <see cref="Code"/>, in characters.</summary>
    public const int MaxCodeLength = 50;

    /// <summary>The maximum length of <see cref="Reason"/>, in characters; longer ones are cut.</summary>
    public const int MaxReasonLength = 2_000;

    /// <summary>The maximum length of <see cref="ContentType"/>, in characters; longer ones are cut.</summary>
    public const int MaxContentTypeLength = 255;

    private Delivery(
        DeliveryId id,
        WorkspaceId workspaceId,
        EventSourceId sourceId,
        DeliveryStatus status,
        string? code,
        string? reason,
        EventId? eventId,
        string? contentType,
        string? headers,
        byte[]? payload,
        string? deliveryId,
        DateTimeOffset? replayedAt)
    {
        Id = id;
        WorkspaceId = workspaceId;
        SourceId = sourceId;
        Status = status;
        Code = code;
        Reason = reason;
        EventId = eventId;
        ContentType = contentType;
        Headers = headers;
        Payload = payload;
        DeliveryId = deliveryId;
        ReplayedAt = replayedAt;
    }

    /// <summary>Its id, which carries the time of arrival.</summary>
    public DeliveryId Id { get; }

    public WorkspaceId WorkspaceId { get; }

    /// <summary>The source whose URL was called.</summary>
    public EventSourceId SourceId { get; }

    /// <summary>Its outcome. A replay can change it.</summary>
    public DeliveryStatus Status { get; }

    /// <summary>Why it has no effect: a <see cref="SkipCode"/> or a <see cref="SignatureCode"/>; otherwise null.</summary>
    public string? Code { get; }

    /// <summary>The same as a sentence.</summary>
    public string? Reason { get; private set; }

    /// <summary>The event it became; for a duplicate, the event of the first one; otherwise null.</summary>
    public EventId? EventId { get; }

    /// <summary>The Content-Type header, or null.</summary>
    public string? ContentType { get; }

    /// <summary>The headers without secrets, as <see cref="RequestHeaders.ToJson"/> writes them; null once the payload is no longer kept.</summary>
    public string? Headers { get; private set; }

    /// <summary>The raw bytes of the body; null once they are no longer kept.</summary>
    public byte[]? Payload { get; private set; }

    /// <summary>The sender's own id, or null.</summary>
    public string? DeliveryId { get; }

    /// <summary>When it was last replayed, or null.</summary>
    public DateTimeOffset? ReplayedAt { get; }

    /// <summary>When it arrived.</summary>
    public DateTimeOffset ReceivedAt => TimeOrderedId.TimeOf(Id);

    /// <summary>Records one that became an event.</summary>
    /// <param name="receipt">The request.</param>
    public static Delivery Processed(DeliveryReceipt receipt, EventId eventId) => Record(receipt, DeliveryStatus.Processed, eventId: eventId);

    /// <summary>Records one that couldn't be mapped.</summary>
    /// <param name="receipt">The request.</param>
    /// <param name="reason">Why.</param>
    public static Delivery Skipped(DeliveryReceipt receipt, SkipReason reason) =>
        Record(receipt, DeliveryStatus.Skipped, reason.Code, reason.Message);

    /// <summary>Records a repeated one.</summary>
    /// <param name="receipt">The request.</param>
    /// <param name="firstEventId">The event that the first one became.</param>
    public static Delivery Duplicate(DeliveryReceipt receipt, EventId firstEventId) =>
        Record(receipt, DeliveryStatus.Duplicate, eventId: firstEventId);

    /// <summary>Records one that had come before, and whose event is erased: nothing of what was sent is kept again (L3).</summary>
    public static Delivery DuplicateOfErased(DeliveryReceipt receipt, EventId firstEventId) =>
        new(receipt.Id, receipt.WorkspaceId, receipt.SourceId, DeliveryStatus.Duplicate, null, null, firstEventId, null, null, null, null, replayedAt: null);

    /// <summary>Records one with a wrong signature.</summary>
    /// <param name="receipt">The request.</param>
    /// <param name="check">What was wrong with it.</param>
    public static Delivery Refused(DeliveryReceipt receipt, SignatureCheck check) =>
        check.IsValid
            ? throw new ArgumentException("A valid signature is no refusal.", nameof(check))
            : Record(receipt, DeliveryStatus.Refused, check.Code, check.Message);

    /// <summary>
    /// Makes sure that it can be replayed: only what was skipped can. A processed one would take effect twice, a duplicate has had
    /// its effect, and a refused one was never proven to come from the sender.
    /// </summary>
    /// <exception cref="ConflictException">
    /// <c>deliveryProcessed</c>, <c>deliveryDuplicate</c>, <c>deliveryRefused</c> or <c>deliveryPayloadGone</c> (A8).
    /// </exception>
    public void EnsureReplayable()
    {
        switch (Status)
        {
            case DeliveryStatus.Processed:
                throw new ConflictException("deliveryProcessed", "This delivery has already become an event. Replaying it would count it twice.");
            case DeliveryStatus.Duplicate:
                throw new ConflictException("deliveryDuplicate", "This delivery repeats an earlier one. Replay that one instead.");
            case DeliveryStatus.Refused:
                throw new ConflictException("deliveryRefused", "This delivery's signature was wrong, so it may come from someone else. Correct the secret, then have the sender send it again.");
            case DeliveryStatus.Skipped when Payload is null:
                throw new ConflictException("deliveryPayloadGone", "This delivery's payload is no longer stored, so there is nothing to replay.");
        }
    }

    /// <summary>It, after a replay made it an event. A new object, because whoever saves it may have to decide again.</summary>
    /// <exception cref="ConflictException">See <see cref="EnsureReplayable"/>.</exception>
    public Delivery ReplayProcessed(EventId eventId, DateTimeOffset now) => Replayed(DeliveryStatus.Processed, null, eventId, now);

    /// <summary>It, after a replay found that the sender had sent it again meanwhile, with success (S6).</summary>
    /// <param name="firstEventId">The event that the other one became.</param>
    /// <exception cref="ConflictException">See <see cref="EnsureReplayable"/>.</exception>
    public Delivery ReplayDuplicate(EventId firstEventId, DateTimeOffset now) => Replayed(DeliveryStatus.Duplicate, null, firstEventId, now);

    /// <summary>It, after a replay could not map it either, perhaps for another reason.</summary>
    /// <param name="reason">Why.</param>
    /// <exception cref="ConflictException">See <see cref="EnsureReplayable"/>.</exception>
    public Delivery ReplaySkipped(SkipReason reason, DateTimeOffset now) => Replayed(DeliveryStatus.Skipped, reason, null, now);

    /// <summary>Forgets what was sent, at the end of its time or because its contact is deleted (L3); what became of it stays.</summary>
    public void ForgetPayload()
    {
        Payload = null;
        Headers = null;
        // The sentence may quote the payload; the code tells enough.
        Reason = null;
    }

    private static Delivery Record(DeliveryReceipt receipt, DeliveryStatus status, string? code = null, string? reason = null, EventId? eventId = null) =>
        new(
            receipt.Id,
            receipt.WorkspaceId,
            receipt.SourceId,
            status,
            code,
            Cut(reason, MaxReasonLength),
            eventId,
            Cut(receipt.ContentType, MaxContentTypeLength),
            receipt.Headers.ToJson(),
            receipt.Body,
            receipt.DeliveryId,
            replayedAt: null);

    private Delivery Replayed(DeliveryStatus status, SkipReason? reason, EventId? eventId, DateTimeOffset now)
    {
        EnsureReplayable();
        return new(
            Id,
            WorkspaceId,
            SourceId,
            status,
            reason?.Code,
            Cut(reason?.Message, MaxReasonLength),
            eventId,
            ContentType,
            Headers,
            Payload,
            DeliveryId,
            replayedAt: now);
    }

    private static string? Cut(string? text, int length)
    {
        if (text is null || text.Length <= length)
        {
            return text;
        }

        // Half a surrogate pair could not be stored.
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}
