using Sendra.Application.Ingestion;
using Sendra.Domain.Contacts;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources;

/// <summary>A delivery whose skipped items are read again and ready to be processed (S9).</summary>
internal sealed class Replay
{
    private readonly ReplayedDelivery _delivery;

    private Replay(ReplayedDelivery delivery) => _delivery = delivery;

    /// <summary>Whose events it would become.</summary>
    public IEnumerable<Person> People => _delivery.Items.Select(item => item.Event?.Person).OfType<Person>();

    /// <summary>Reads it with the source's current mapping, once its signature is right.</summary>
    public static async Task<Replay> OfAsync(
        Delivery delivery, EventSource source, ISourceSecrets secrets, ISigningCertificates certificates, CancellationToken cancellationToken)
    {
        if (delivery.IsUnchecked && source.Signature is { } signature && await CheckAsync(delivery, signature, secrets, certificates, cancellationToken) is { } problem)
        {
            return new Replay(new ReplayedDelivery(delivery, [problem], IsList: false));
        }

        var reading = DeliveryReading.Of(source.Mapping, delivery.Payload!, delivery.ContentType, RequestHeaders.FromJson(delivery.Headers!), source.Feedback);
        return new Replay(delivery.ItemOutcomes is { } earlier
            ? new ReplayedDelivery(delivery, [.. Items(delivery, earlier, reading)], IsList: true)
            : new ReplayedDelivery(delivery, [.. reading.Items.Select(item => item.ToIncoming(delivery.SourceId, delivery.Id, reading.IsList ? null : delivery.DeliveryId))], reading.IsList));
    }

    /// <summary>Processes it, or records why it still can't be mapped.</summary>
    /// <exception cref="DeliveryNotSkippedException">Another replay was faster.</exception>
    public async Task<DeliveryOutcome> RunAsync(IEventIngestor ingestor, CancellationToken cancellationToken) =>
        DeliveryOutcome.From(await ingestor.IngestAsync(IngestionRequest.Of(_delivery.Delivery.WorkspaceId, _delivery), cancellationToken));

    // As it would have been when it arrived, had the secret been there (S17).
    private static async Task<IncomingItem?> CheckAsync(
        Delivery delivery, SourceSignature signature, ISourceSecrets secrets, ISigningCertificates certificates, CancellationToken cancellationToken)
    {
        if (!signature.HasKeys)
        {
            return new IncomingItem(null, Skip: SkipReason.SecretMissing);
        }

        var request = WithheldRequest.Read(delivery, secrets);
        if (signature.Scheme.CertificateOf(request) is { } address)
        {
            request = request.With(await certificates.FindAsync(address, cancellationToken));
        }

        if (SignatureChecks.LacksCertificate(signature.Scheme, request))
        {
            return new IncomingItem(null, Skip: SkipReason.CertificateUnavailable);
        }

        var check = SignatureChecks.Of(signature.Scheme, request, secrets.Reveal(signature), delivery.ReceivedAt);
        return check.IsValid ? null : new IncomingItem(null, Settled: new ItemOutcome(DeliveryStatus.Refused, null, check.Code, check.Message));
    }

    // What has had its outcome keeps it; only what was skipped is tried again.
    private static IEnumerable<IncomingItem> Items(Delivery delivery, IReadOnlyList<ItemOutcome> earlier, DeliveryReading reading)
    {
        var changed = reading.Items.Count == earlier.Count ? null : new SkipReason(
            SkipCode.ItemsChanged,
            $"When this delivery arrived, {earlier.Count} items were read from it; now it would be {reading.Items.Count}, so nobody can tell which of them "
            + "had their effect. Set the items path that the source had then, then replay the delivery.");
        return earlier.Select((outcome, index) => outcome.Status != DeliveryStatus.Skipped
            ? new IncomingItem(null, Settled: outcome)
            : changed is not null ? new IncomingItem(null, Skip: changed)
            : reading.Items[index].ToIncoming(delivery.SourceId, delivery.Id));
    }
}
