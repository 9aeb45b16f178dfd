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
        DateTimeOffset? replayedAt,
        string? items,
        string? itemReasons,
        int skippedItems,
        string? withheldHeaders)
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
        Items = items;
        ItemReasons = itemReasons;
        SkippedItems = skippedItems;
        WithheldHeaders = withheldHeaders;
    }

    private Delivery(
        DeliveryId id,
        WorkspaceId workspaceId,
        EventSourceId sourceId,
        DeliveryOutcomes outcomes,
        string? contentType,
        string? headers,
        byte[]? payload,
        string? deliveryId,
        DateTimeOffset? replayedAt,
        string? withheldHeaders)
        : this(
            id,
            workspaceId,
            sourceId,
            outcomes.Telling.Item.Status,
            outcomes.Telling.Item.Code,
            ReasonOf(outcomes),
            outcomes.Telling.Item.EventId,
            contentType,
            headers,
            payload,
            deliveryId,
            replayedAt,
            outcomes.ToJson(),
            outcomes.ReasonsToJson(),
            outcomes.Skipped,
            withheldHeaders)
    {
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

    /// <summary>The event it became; for a duplicate, the event of the first one; of a list, that of the first such item; otherwise null.</summary>
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

    /// <summary>What became of each item, as <see cref="DeliveryOutcomes"/> writes it; null when it was read as one event.</summary>
    public string? Items { get; }

    /// <summary>Why items have no effect, as sentences; null once the payload is no longer kept.</summary>
    public string? ItemReasons { get; private set; }

    /// <summary>How many of its items were skipped, and can be replayed; 1 for a skipped delivery that is no list.</summary>
    public int SkippedItems { get; }

    /// <summary>All headers, encrypted, while the signature in them can't be checked yet (S17); otherwise null.</summary>
    public string? WithheldHeaders { get; private set; }

    /// <summary>Whether its signature is still to be checked.</summary>
    public bool IsUnchecked => IsUncheckedAs(Code);

    private static bool IsUncheckedAs(string? code) => code is SkipCode.SecretMissing or SkipCode.CertificateUnavailable;

    /// <summary>What became of each item; null when it was read as one event.</summary>
    public IReadOnlyList<ItemOutcome>? ItemOutcomes => DeliveryOutcomes.Read(Items, ItemReasons);

    /// <summary>When it arrived.</summary>
    public DateTimeOffset ReceivedAt => TimeOrderedId.TimeOf(Id);

    /// <summary>Records a request.</summary>
    /// <param name="receipt">The request.</param>
    /// <param name="outcomes">What became of it.</param>
    /// <param name="keepsContent">False when somebody whom it names is erased: nothing of what was sent is kept again (L3).</param>
    public static Delivery Record(DeliveryReceipt receipt, DeliveryOutcomes outcomes, bool keepsContent = true)
    {
        var delivery = new Delivery(
            receipt.Id,
            receipt.WorkspaceId,
            receipt.SourceId,
            outcomes,
            keepsContent ? Cut(receipt.ContentType, MaxContentTypeLength) : null,
            receipt.Headers.ToJson(),
            receipt.Body,
            keepsContent ? receipt.DeliveryId : null,
            replayedAt: null,
            receipt.WithheldHeaders);
        if (!keepsContent)
        {
            delivery.ForgetPayload();
        }

        return delivery;
    }

    /// <summary>Records one with a wrong signature.</summary>
    /// <param name="receipt">The request.</param>
    /// <param name="check">What was wrong with it.</param>
    public static Delivery Refused(DeliveryReceipt receipt, SignatureCheck check) => check.IsValid
        ? throw new ArgumentException("A valid signature is no refusal.", nameof(check))
        : Record(receipt, DeliveryOutcomes.Of(new(DeliveryStatus.Refused, null, check.Code, check.Message)));

    /// <summary>
    /// Makes sure that it can be replayed: only what was skipped can. A processed one would take effect twice, a duplicate has had
    /// its effect, and a refused one was never proven to come from the sender.
    /// </summary>
    /// <exception cref="ConflictException">
    /// <c>deliveryProcessed</c>, <c>deliveryDuplicate</c>, <c>deliveryRefused</c>, <c>deliveryIgnored</c>, <c>deliveryHandshake</c> or <c>deliveryPayloadGone</c> (A8).
    /// </exception>
    public void EnsureReplayable()
    {
        if (SkippedItems > 0)
        {
            if (Payload is null)
            {
                throw new ConflictException("deliveryPayloadGone", "This delivery's payload is no longer stored, so there is nothing to replay.");
            }

            return;
        }

        throw Status switch
        {
            DeliveryStatus.Processed => new ConflictException("deliveryProcessed", "This delivery has already become an event. Replaying it would count it twice."),
            DeliveryStatus.Duplicate => new ConflictException("deliveryDuplicate", "This delivery repeats an earlier one. Replay that one instead."),
            DeliveryStatus.Handshake => new ConflictException("deliveryHandshake", "This was a handshake, which has been answered."),
            DeliveryStatus.Ignored => new ConflictException("deliveryIgnored", "This delivery was ignored, because its source doesn't take events of its name."),
            DeliveryStatus.Refused when Code == SkipCode.BodyTooLarge => new ConflictException("deliveryRefused", "This delivery's body was too large to be kept, so there is nothing to replay. Have the sender post less at a time."),
            DeliveryStatus.Refused => new ConflictException("deliveryRefused", "This delivery's signature was wrong, so it may come from someone else. Correct the secret, then have the sender send it again."),
            _ => new InvalidOperationException($"A delivery that is {Status} has a skipped item."),
        };
    }

    /// <summary>It, after a replay. A new object, because whoever saves it may have to decide again.</summary>
    /// <param name="outcomes">What has become of it now; what was not skipped is as it was.</param>
    /// <param name="keepsContent">See <see cref="Record"/>.</param>
    /// <exception cref="ConflictException">See <see cref="EnsureReplayable"/>.</exception>
    public Delivery Replayed(DeliveryOutcomes outcomes, bool keepsContent, DateTimeOffset now)
    {
        EnsureReplayable();
        var delivery = new Delivery(Id, WorkspaceId, SourceId, outcomes, ContentType, Headers, Payload, DeliveryId, now, IsUncheckedAs(outcomes.Telling.Item.Code) ? WithheldHeaders : null);
        if (!keepsContent)
        {
            delivery.ForgetPayload();
        }

        return delivery;
    }

    /// <summary>Forgets what was sent, at the end of its time or because its contact is deleted (L3); what became of it stays.</summary>
    public void ForgetPayload()
    {
        Payload = null;
        Headers = null;
        // The sentence may quote the payload; the code tells enough.
        Reason = null;
        ItemReasons = null;
        WithheldHeaders = null;
    }

    private static string? ReasonOf(DeliveryOutcomes outcomes)
    {
        var (index, item) = outcomes.Telling;
        return Cut(outcomes.IsList && item.Reason is not null ? $"Item {index}: {item.Reason}" : item.Reason, MaxReasonLength);
    }

    internal static string? Cut(string? text, int length)
    {
        if (text is null || text.Length <= length)
        {
            return text;
        }

        // Half a surrogate pair could not be stored.
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}
