using MediatR;
using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.IngestWebhook;

internal sealed class IngestWebhookHandler(IEventSourceDirectory sources, IEventIngestor ingestor, IdGenerator ids, TimeProvider clock)
    : IRequestHandler<IngestWebhookCommand, DeliveryOutcome>
{
    public async Task<DeliveryOutcome> Handle(IngestWebhookCommand request, CancellationToken cancellationToken)
    {
        var token = request.Token ?? throw new UnknownWebhookException();
        var found = await FindAsync(token, clock.GetUtcNow(), cancellationToken) ?? throw new UnknownWebhookException();

        // Nobody's bytes are held for an address that takes none.
        ArrivedWebhook.SourceBy(found.Rules, found.Known.Source.Id, token, clock.GetUtcNow());
        var body = await request.ReadBody();
        var webhook = new ArrivedWebhook(ids.Next<DeliveryId>(), found.Known.Source.Id, token, request, body, found.AddressKey, clock.GetUtcNow());
        return DeliveryOutcome.From(await ingestor.IngestAsync(webhook.ReadBy(found.Rules), cancellationToken));
    }

    // What this node knows is enough to take a delivery: ingestion reads it anew when it is no longer so. To turn one away, it is not.
    private async ValueTask<FoundSource?> FindAsync(WebhookToken token, DateTimeOffset now, CancellationToken cancellationToken) =>
        await sources.FindAsync(token, current: false, cancellationToken) is { Known.Source: { IsEnabled: true } source } found && source.Accepts(token, now)
            ? found
            : await sources.FindAsync(token, current: true, cancellationToken);
}
