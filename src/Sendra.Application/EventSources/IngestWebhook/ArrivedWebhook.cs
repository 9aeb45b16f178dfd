using Sendra.Application.Ingestion;
using Sendra.Domain.Contacts;
using Sendra.Domain.EventSources;
using Sendra.Domain.EventSources.Handshakes;
using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Application.EventSources.IngestWebhook;

/// <summary>A request to a source's URL, as it arrived.</summary>
/// <param name="id">The delivery's id.</param>
/// <param name="token">The URL's token.</param>
/// <param name="request">What was sent.</param>
/// <param name="signed">The same, as its signature is checked.</param>
/// <param name="addressKey">The workspace's key.</param>
/// <param name="protect">Encrypts what is to be checked later.</param>
internal sealed class ArrivedWebhook(
    DeliveryId id, EventSourceId sourceId, WebhookToken token, IngestWebhookCommand request, SignedRequest signed, AddressKey addressKey, Func<string, string> protect, DateTimeOffset now) : IReadByRules
{
    /// <summary>Whose URL it is.</summary>
    /// <exception cref="UnknownWebhookException">By these rules, no source has it.</exception>
    /// <exception cref="SourceDisabledException">By these rules, the source is disabled.</exception>
    public static KnownSource SourceBy(WorkspaceRules rules, EventSourceId sourceId, WebhookToken token, DateTimeOffset now)
    {
        if (rules.Source(sourceId) is not { } known || !known.Source.Accepts(token, now))
        {
            throw new UnknownWebhookException();
        }

        if (!known.Source.IsEnabled)
        {
            throw new SourceDisabledException();
        }

        return known;
    }

    /// <inheritdoc cref="SourceBy"/>
    public IngestionRequest ReadBy(WorkspaceRules rules)
    {
        var known = SourceBy(rules, sourceId, token, now);
        var source = known.Source;
        var scheme = source.Signature?.Scheme;
        var headers = request.Headers.WithoutSecrets(token, scheme);
        var lacking = source.Signature switch
        {
            null => null,
            _ when request.IsTest => null,
            { HasKeys: false } => SkipReason.SecretMissing,
            { Scheme: var one } => SignatureChecks.LacksCertificate(one, signed) ? SkipReason.CertificateUnavailable : null,
        };
        var check = scheme is null || request.IsTest || lacking is not null ? SignatureCheck.Valid : SignatureChecks.Of(scheme, signed, known.Secrets, now);

        // What is not proven to come from the sender is not even read.
        var reading = check.IsValid && lacking is null ? DeliveryReading.Of(source.Mapping, signed.Body, request.ContentType, headers, source.Feedback) : null;
        IReadOnlyList<IncomingItem> items = lacking is not null ? [new IncomingItem(null, Skip: lacking)]
            : reading is null ? [new IncomingItem(null, Settled: new ItemOutcome(DeliveryStatus.Refused))]
            : [.. reading.Items.Select(item => item.ToIncoming(source.Id, id, hashOf: HashOf))];
        var receipt = Receipt(source, headers, reading?.DeliveryId, lacking is null ? null : WithheldRequest.Write(signed, token, protect));
        return IngestionRequest.Of(
            source.WorkspaceId,
            new ArrivedDelivery(receipt, check.IsValid ? null : check, items, reading?.IsList ?? false, AddressesIn(receipt, reading, items)),
            new RulesReading(rules.Version, this));
    }

    /// <summary>The same as a handshake, which has been answered and is no event, whatever the rules become meanwhile (S14).</summary>
    public IngestionRequest Answered(EventSource source, HandshakeAnswer answer) => Settled(source, answer.Lacks is { } lacking
        ? new IncomingItem(null, Skip: lacking)
        : new IncomingItem(null, Settled: new ItemOutcome(DeliveryStatus.Handshake, null, null, answer.Note)));

    /// <summary>The same as one that is too large to be read (S10): it is recorded without its body.</summary>
    public IngestionRequest Refused(EventSource source, SkipReason tooLarge) =>
        Settled(source, new IncomingItem(null, Settled: new ItemOutcome(DeliveryStatus.Refused, null, tooLarge.Code, tooLarge.Message)));

    private IngestionRequest Settled(EventSource source, IncomingItem item)
    {
        var receipt = Receipt(source, request.Headers.WithoutSecrets(token, source.Signature?.Scheme), null, null);
        return IngestionRequest.Of(source.WorkspaceId, new ArrivedDelivery(receipt, null, [item], false, AddressesIn(receipt, null, [item])));
    }

    private DeliveryReceipt Receipt(EventSource source, RequestHeaders headers, string? deliveryId, string? withheld) =>
        new(id, source.WorkspaceId, source.Id, request.ContentType, headers, signed.Body, deliveryId, withheld);

    private HashSet<AddressHash> AddressesIn(DeliveryReceipt receipt, DeliveryReading? reading, IReadOnlyList<IncomingItem> items)
    {
        var payload = reading?.Payload;
        if (reading is null)
        {
            Payload.TryRead(receipt.Body, receipt.ContentType, receipt.Headers["Content-Encoding"], out payload, out _);
        }

        // Whoever is named is among them, however many there are, also by an external id, where it is all that says whose it is. Elsewhere in
        // a payload an id is only a number or a word.
        return
        [
            .. AddressesWithin.Of(payload, receipt.Body, receipt.Headers, items.Count).Select(addressKey.HashOf),
            .. reading?.Document is { } document && document != payload
                ? AddressesWithin.Of(document, receipt.Body, RequestHeaders.None, items.Count).Select(addressKey.HashOf)
                : [],
            .. items.Select(item => item.Address).OfType<AddressHash>(),
        ];
    }

    private AddressHash HashOf(Person person) => person.Email is { } email ? addressKey.HashOf(email.Value) : addressKey.HashOfId(person.ExternalId!.Value);
}
