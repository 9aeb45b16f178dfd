using Sendra.Client.Common;
using Sendra.Client.Http;

namespace Sendra.Client.Suppressions;

/// <summary>Addresses that get no email, or no marketing.</summary>
public sealed class SuppressionsApi
{
    private readonly ApiConnection _api;

    internal SuppressionsApi(ApiConnection api) => _api = api;

    /// <summary>Returns a page of suppressed addresses, newest first.</summary>
    /// <param name="filter">Which ones; null for all.</param>
    /// <param name="limit">How many items a page has at most: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The <see cref="Page{T}.NextCursor"/> of the page before.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Page<Suppression>> ListAsync(SuppressionFilter? filter = null, int? limit = null, string? cursor = null, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Page<Suppression>>(SuppressionFilter.Apply(filter, new Query("api/suppressions")).Add("limit", limit).Add("cursor", cursor), cancellationToken);

    /// <summary>Reads all suppressed addresses, newest first, page by page.</summary>
    /// <param name="filter">Which ones; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<Suppression> ListAllAsync(SuppressionFilter? filter = null, CancellationToken cancellationToken = default) =>
        _api.ListAllAsync<Suppression>(() => SuppressionFilter.Apply(filter, new Query("api/suppressions")), cancellationToken);

    /// <summary>Suppresses an address. A wider suppression that exists stays.</summary>
    /// <param name="suppression">The address.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Suppression> AddAsync(NewSuppression suppression, CancellationToken cancellationToken = default) =>
        _api.SendAsync<Suppression>(new ApiCall(HttpMethod.Post, "api/suppressions") { Body = suppression, IsRepeatable = true }, cancellationToken);

    /// <summary>Suppresses up to 10,000 addresses. Entries that are wrong are listed and don't stop the others.</summary>
    /// <param name="list">The addresses.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<ImportedSuppressions> ImportAsync(SuppressionList list, CancellationToken cancellationToken = default) =>
        _api.SendAsync<ImportedSuppressions>(new ApiCall(HttpMethod.Post, "api/suppressions/import") { Body = list, IsRepeatable = true }, cancellationToken);

    /// <summary>Lifts what suppresses an address. Lift an unsubscribe only if the person asked for it, in many countries by law.</summary>
    /// <param name="email">The address.</param>
    /// <param name="keepUnsubscribed">True to keep the person's own unsubscribe and lift only what else suppresses the address.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task LiftAsync(string email, bool keepUnsubscribed = false, CancellationToken cancellationToken = default) => _api.SendAsync(
        new ApiCall(HttpMethod.Delete, new Query(Query.Path("api/suppressions", email)).Add("keepUnsubscribed", keepUnsubscribed ? true : null).ToString()), cancellationToken);
}
