using MediatR;
using Sendra.Application.Common;
using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.ReplaySkipped;

internal sealed class ReplaySkippedHandler(
    IRepository<EventSource> sources, IDeliveryList deliveries, ISourceSecrets secrets, ISigningCertificates certificates, IEventIngestor ingestor, IdGenerator ids)
    : IRequestHandler<ReplaySkippedCommand, ReplaySkippedResult>
{
    // Payloads can have a MiB each, and no more than a page is in memory.
    private const int PageSize = 32;

    public async Task<ReplaySkippedResult> Handle(ReplaySkippedCommand request, CancellationToken cancellationToken)
    {
        var source = await sources.GetAsync(EventSourceSpec.ById(request.SourceId), "eventSource", cancellationToken);
        var counts = new Dictionary<DeliveryStatus, int>();

        // Up to now: what is skipped meanwhile is for the next time, so that this one ends.
        var last = ids.Next<DeliveryId>();
        DeliveryId? after = null;
        while (await deliveries.ListReplayableAsync(source.Id, after, last, PageSize, cancellationToken) is { Count: > 0 } page)
        {
            var replays = new List<Replay>(page.Count);
            foreach (var delivery in page)
            {
                replays.Add(await Replay.OfAsync(delivery, source, secrets, certificates, cancellationToken));
            }

            foreach (var status in await RunAsync(replays, cancellationToken))
            {
                counts[status] = counts.GetValueOrDefault(status) + 1;
            }

            after = page[^1].Id;
        }

        return new ReplaySkippedResult(
            counts.GetValueOrDefault(DeliveryStatus.Processed),
            counts.GetValueOrDefault(DeliveryStatus.Skipped),
            counts.GetValueOrDefault(DeliveryStatus.Duplicate));
    }

    // Those of one contact in their order (E7), the contacts side by side, so that they share commits. Where some name theirs by email and
    // others by external id alone, or one names several, nobody knows beforehand who is who.
    private async Task<IEnumerable<DeliveryStatus>> RunAsync(List<Replay> replays, CancellationToken cancellationToken)
    {
        Person[] people = [.. replays.SelectMany(replay => replay.People)];
        var isMixed = people.Any(person => person.Email is null) && people.Any(person => person.Email is not null);
        isMixed |= replays.Exists(replay => replay.People.Skip(1).Any());
        var byContact = replays.GroupBy(replay => isMixed || replay.People.FirstOrDefault() is not { } person ? null : person.Email?.Value ?? person.ExternalId!.Value).Select(async group =>
        {
            var results = new List<DeliveryStatus>();
            foreach (var replay in group)
            {
                if (await RunAsync(replay, cancellationToken) is { } status)
                {
                    results.Add(status);
                }
            }

            return results;
        });
        return (await Task.WhenAll(byContact)).SelectMany(results => results);
    }

    // Null when someone else replayed it at the same time: then it is theirs to count.
    private async Task<DeliveryStatus?> RunAsync(Replay replay, CancellationToken cancellationToken)
    {
        try
        {
            return (await replay.RunAsync(ingestor, cancellationToken)).Status;
        }
        catch (DeliveryNotSkippedException)
        {
            return null;
        }
    }
}
