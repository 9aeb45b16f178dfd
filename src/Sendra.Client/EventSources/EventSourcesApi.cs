using Sendra.Client.Common;
using Sendra.Client.Http;

namespace Sendra.Client.EventSources;

/// <summary>URLs that receive webhooks, and what they received.</summary>
public sealed class EventSourcesApi
{
    private readonly ApiConnection _api;

    internal EventSourcesApi(ApiConnection api) => _api = api;

    /// <summary>Reads all event sources, page by page.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<EventSource> ListAllAsync(CancellationToken cancellationToken = default) =>
        _api.ListAllAsync<EventSource>(() => new Query("api/event-sources"), cancellationToken);

    /// <summary>Returns an event source.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<EventSource> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _api.GetAsync<EventSource>(Query.Path("api/event-sources", id), cancellationToken);

    /// <summary>Returns a page of what a source received, newest first.</summary>
    /// <param name="id">The source.</param>
    /// <param name="status">Only deliveries with this status; null for all.</param>
    /// <param name="limit">How many items a page has at most: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The <see cref="Page{T}.NextCursor"/> of the page before.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Page<Delivery>> ListDeliveriesAsync(string id, DeliveryStatus? status = null, int? limit = null, string? cursor = null, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Page<Delivery>>(new Query(Query.Path("api/event-sources", id, "/deliveries")).Add("status", status).Add("limit", limit).Add("cursor", cursor), cancellationToken);

    /// <summary>Reads the skipped deliveries of all sources, newest first, page by page.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<Delivery> ListSkippedAsync(CancellationToken cancellationToken = default) =>
        _api.ListAllAsync<Delivery>(() => new Query("api/deliveries/skipped"), cancellationToken);

    /// <summary>Returns a delivery with its headers and payload.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<DeliveryDetails> GetDeliveryAsync(string id, CancellationToken cancellationToken = default) =>
        _api.GetAsync<DeliveryDetails>(Query.Path("api/deliveries", id), cancellationToken);

    /// <summary>Tries a skipped delivery again with its source's current mapping.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<DeliveryOutcome> ReplayAsync(string id, CancellationToken cancellationToken = default) =>
        _api.SendAsync<DeliveryOutcome>(new ApiCall(HttpMethod.Post, Query.Path("api/deliveries", id, "/replay")), cancellationToken);

    /// <summary>Tries all skipped deliveries of a source again with its current mapping.</summary>
    /// <param name="id">The source.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<ReplayedDeliveries> ReplaySkippedAsync(string id, CancellationToken cancellationToken = default) =>
        _api.SendAsync<ReplayedDeliveries>(new ApiCall(HttpMethod.Post, Query.Path("api/event-sources", id, "/replay-skipped")), cancellationToken);
}
