using System.Diagnostics;
using MediatR;
using Sendra.Application.Common;
using Sendra.Application.Ingestion;
using Sendra.Domain.Access;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.IngestClientEvents;

internal sealed class IngestClientEventsHandler(
    IRepository<EventSource> sources,
    IRepository<ApiKey> keys,
    IUnitOfWork unitOfWork,
    IEventSourceDirectory directory,
    IEventIngestor ingestor,
    ISourceSecrets secrets,
    IWorkspaceContext workspace,
    IdGenerator ids) : IRequestHandler<IngestClientEventsCommand, IReadOnlyList<ContactWarning>>
{
    public async Task<IReadOnlyList<ContactWarning>> Handle(IngestClientEventsCommand request, CancellationToken cancellationToken)
    {
        var source = await SourceAsync(request, cancellationToken);
        var skipped = new List<ReadClientEvent>();
        var read = new List<ReadClientEvent>();
        var incoming = new List<IncomingEvent>();
        foreach (var sent in request.Events)
        {
            var one = ReadClientEvent.Of(source, sent);
            if (one.Skip is not null)
            {
                skipped.Add(one);
                continue;
            }

            read.Add(one);
            incoming.Add(one.ToIncoming(source.Id, request.Client, sent.OccurredAt));
        }

        var warnings = new List<ContactWarning>();
        if (incoming.Count > 0)
        {
            var answer = await ingestor.IngestAsync(new IngestionRequest(workspace.WorkspaceId, incoming), cancellationToken);
            foreach (var (one, outcome) in read.Zip(answer.Outcomes))
            {
                warnings.AddRange(outcome.Warnings);
                if (outcome.Refusal is { } refusal)
                {
                    skipped.Add(one.Refused(refusal));
                }
            }
        }

        await RecordAsync(source, skipped, cancellationToken);
        return warnings;
    }

    // They share their commits.
    private async Task RecordAsync(EventSource source, List<ReadClientEvent> skipped, CancellationToken cancellationToken)
    {
        if (skipped.Count == 0)
        {
            return;
        }

        var token = WebhookToken.TryParse(secrets.Reveal(source.CurrentToken), out var read) ? read : throw new UnreachableException();
        var found = await directory.FindAsync(token, current: true, cancellationToken) ?? throw new NotFoundException("eventSource");
        await Task.WhenAll(skipped.Select(one => ingestor.IngestAsync(IngestionRequest.Of(workspace.WorkspaceId, ToDelivery(source, one, found.AddressKey)), cancellationToken)));
    }

    private ArrivedDelivery ToDelivery(EventSource source, ReadClientEvent one, AddressKey addressKey)
    {
        var receipt = new DeliveryReceipt(
            ids.Next<DeliveryId>(), workspace.WorkspaceId, source.Id, ReadClientEvent.ContentType, RequestHeaders.None, one.Body, one.DeliveryId);
        HashSet<AddressHash> addresses =
        [
            .. AddressesWithin.Of(one.Payload, one.Body, RequestHeaders.None, 1).Select(addressKey.HashOf),
            .. one.Mapped?.Person.ExternalId is { } id ? [addressKey.HashOfId(id.Value)] : (AddressHash[])[],
        ];
        return new ArrivedDelivery(receipt, null, [new IncomingItem(null, Skip: one.Skip)], IsList: false, addresses);
    }

    private async Task<EventSource> SourceAsync(IngestClientEventsCommand request, CancellationToken cancellationToken)
    {
        if (await sources.FirstOrDefaultAsync(EventSourceSpec.OfApiKey(request.ApiKeyId), cancellationToken) is { } known)
        {
            return known;
        }

        var key = await keys.GetAsync(ApiKeySpec.ById(request.ApiKeyId), "apiKey", cancellationToken);
        var source = EventSource.Create(
            ids.Next<EventSourceId>(), workspace.WorkspaceId, $"{request.Client}: {key.Name}", ClientMapping.Of(request.Client), secrets.Protect, apiKeyId: request.ApiKeyId, createdBy: request.ApiKeyId.Value);
        sources.Add(source);
        try
        {
            await unitOfWork.SaveChangesAsync(cancellationToken);
            return source;
        }
        catch (ConflictException conflict) when (conflict.Code == ConflictException.AlreadyExists)
        {
            return await sources.GetAsync(EventSourceSpec.OfApiKey(request.ApiKeyId), "eventSource", cancellationToken);
        }
    }
}
