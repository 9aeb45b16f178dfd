using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources;

internal static class DeliveryListExtensions
{
    /// <summary>A source as the API returns it.</summary>
    public static async Task<EventSourceResult> DescribeAsync(
        this IDeliveryList deliveries, EventSource source, ISourceSecrets secrets, CancellationToken cancellationToken)
    {
        var traffic = await deliveries.CountAsync([source.Id], cancellationToken);
        return EventSourceResult.From(source, secrets, traffic.GetValueOrDefault(source.Id, SourceTraffic.None));
    }
}
