using MediatR;
using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.Domain.EventSources;
using Sendra.Domain.EventSources.Handshakes;
using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Application.EventSources.IngestWebhook;

internal sealed class IngestWebhookHandler(
    IEventSourceDirectory sources, IEventIngestor ingestor, ISourceSecrets secrets, ISigningCertificates certificates, IdGenerator ids, TimeProvider clock)
    : IRequestHandler<IngestWebhookCommand, WebhookAnswer>
{
    private const string Post = "POST";

    public async Task<WebhookAnswer> Handle(IngestWebhookCommand request, CancellationToken cancellationToken)
    {
        var token = request.Token ?? throw new UnknownWebhookException();
        var found = await FindAsync(token, request.Method, clock.GetUtcNow(), cancellationToken) ?? throw new UnknownWebhookException();

        // Nobody's bytes are held for an address that takes none.
        var known = ArrivedWebhook.SourceBy(found.Rules, found.Known.Source.Id, token, clock.GetUtcNow());
        var body = request.Method == Post ? await request.ReadBody() : [];
        var tooLarge = ContentCoding.TooLarge(body, request.Headers["Content-Encoding"]);
        body = tooLarge is null ? body! : [];
        var sent = new SignedRequest(body, request.Headers, request.ContentType, request.Url);
        var signed = tooLarge is null ? await WithCertificateAsync(sent, known.Source.Signature?.Scheme, cancellationToken) : sent;
        var webhook = new ArrivedWebhook(ids.Next<DeliveryId>(), known.Source.Id, token, request, signed, found.AddressKey, secrets.Protect, clock.GetUtcNow());
        if (tooLarge is not null)
        {
            return new WebhookAnswer(DeliveryOutcome.From(await ingestor.IngestAsync(webhook.Refused(known.Source, tooLarge), cancellationToken)));
        }

        if (AnswerTo(request, body, known) is { } handshake && (request.IsTest || IsProven(signed, known)))
        {
            var recorded = DeliveryOutcome.From(await ingestor.IngestAsync(webhook.Answered(known.Source, handshake), cancellationToken));
            return new WebhookAnswer(recorded, handshake.Lacks is null ? handshake : null);
        }

        return new WebhookAnswer(request.Method == Post ? DeliveryOutcome.From(await ingestor.IngestAsync(webhook.ReadBy(found.Rules), cancellationToken)) : null);
    }

    // Before ingestion, which waits for nobody.
    private async Task<SignedRequest> WithCertificateAsync(SignedRequest request, SignatureScheme? scheme, CancellationToken cancellationToken) =>
        scheme?.CertificateOf(request) is { } address
            ? request.With(await certificates.FindAsync(address, cancellationToken))
            : request;

    private bool IsProven(SignedRequest request, KnownSource known) =>
        known.Source.Signature?.Scheme is not { SignsHandshakes: true } scheme || scheme.Verify(request, [], clock.GetUtcNow()).IsValid;

    private static HandshakeAnswer? AnswerTo(IngestWebhookCommand request, byte[] body, KnownSource known)
    {
        if (known.Source.Handshake is not { } handshake)
        {
            return null;
        }

        Payload.TryRead(body, request.ContentType, request.Headers["Content-Encoding"], out var payload, out _);
        return handshake.Answer(new HandshakeRequest(request.Method, request.Query, request.Headers, payload), known.Secrets);
    }

    // What this node knows is enough to take a delivery: ingestion reads it anew when it is no longer so. To turn one away, or to say that the
    // URL is there, it is not.
    private async ValueTask<FoundSource?> FindAsync(WebhookToken token, string method, DateTimeOffset now, CancellationToken cancellationToken) =>
        method == Post && await sources.FindAsync(token, current: false, cancellationToken) is { Known.Source: { IsEnabled: true } source } found && source.Accepts(token, now)
            ? found
            : await sources.FindAsync(token, current: true, cancellationToken);
}
