using MediatR;
using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.Domain.EventSources;
using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Application.EventSources.IngestWebhook;

internal sealed class IngestWebhookHandler(IEventSourceDirectory sources, IEventIngestor ingestor, IdGenerator ids, TimeProvider clock)
    : IRequestHandler<IngestWebhookCommand, DeliveryOutcome>
{
    // Rules that change faster than this many reads are being edited by a machine: the sender may come back.
    private const int MaxReads = 5;

    public async Task<DeliveryOutcome> Handle(IngestWebhookCommand request, CancellationToken cancellationToken)
    {
        if (request.Token is not { } token)
        {
            throw new UnknownWebhookException();
        }

        var id = ids.Next();
        var known = await FindAsync(token, reread: false, cancellationToken);
        for (var reads = 1; ; reads++)
        {
            if (!known.Source.IsEnabled)
            {
                // Perhaps no longer: a disabled source's deliveries never get to ingestion, which would notice.
                known = await FindAsync(token, reread: true, cancellationToken);
                EnsureEnabled(known.Source);
            }

            try
            {
                return await TakeAsync(id, known, request, token, cancellationToken);
            }
            catch (RulesChangedException) when (reads < MaxReads)
            {
                known = await FindAsync(token, reread: true, cancellationToken);
            }
            catch (RulesChangedException)
            {
                throw IngestionUnavailableException.QueueFull();
            }
        }
    }

    private static void EnsureEnabled(EventSource source)
    {
        if (!source.IsEnabled)
        {
            throw new SourceDisabledException();
        }
    }

    private async ValueTask<KnownSource> FindAsync(WebhookToken token, bool reread, CancellationToken cancellationToken) =>
        await sources.FindAsync(token, reread, cancellationToken) is { } known && known.Source.Accepts(token, clock.GetUtcNow())
            ? known
            : throw new UnknownWebhookException();

    private async Task<DeliveryOutcome> TakeAsync(
        Guid id, KnownSource known, IngestWebhookCommand request, WebhookToken token, CancellationToken cancellationToken)
    {
        var source = known.Source;
        var scheme = source.Signature?.Scheme;
        var headers = request.Headers.WithoutSecrets(token, scheme);
        var check = scheme?.Verify(request.Body, request.Headers, known.Secrets, clock.GetUtcNow()) ?? SignatureCheck.Valid;

        // What is not proven to come from the sender is not even read.
        var reading = check.IsValid ? DeliveryReading.Of(source.Mapping, request.Body, request.ContentType, headers) : null;
        var receipt = new DeliveryReceipt(id, source.WorkspaceId, source.Id, request.ContentType, headers, request.Body, reading?.DeliveryId);
        var answer = await ingestor.IngestAsync(
            new IngestionRequest(
                source.WorkspaceId,
                reading?.Events(source.Id, id) ?? [],
                reading?.Key(source.Id),
                Delivery: new ArrivedDelivery(
                    receipt, check.IsValid ? null : check, reading?.Skip, AddressesIn(receipt, reading, known), AddressOf(reading, known)),
                RulesVersion: known.RulesVersion),
            cancellationToken);
        return check.IsValid
            ? DeliveryOutcome.From(answer, reading?.Skip)
            : new DeliveryOutcome(DeliveryStatus.Refused, null, null, null, check.Code, check.Message);
    }

    private static IReadOnlyList<Guid> AddressesIn(DeliveryReceipt receipt, DeliveryReading? reading, KnownSource known)
    {
        var payload = reading?.Payload;
        if (reading is null)
        {
            Payload.TryRead(receipt.Body, receipt.ContentType, out payload, out _);
        }

        return [.. AddressesWithin.Of(payload, receipt.Body, receipt.Headers).Select(known.AddressKey.HashOf)];
    }

    private static Guid? AddressOf(DeliveryReading? reading, KnownSource known) =>
        reading?.Mapped is { } mapped ? known.AddressKey.HashOf(mapped.Email.Value) : null;
}
