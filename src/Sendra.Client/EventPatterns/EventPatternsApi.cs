using Sendra.Client.Common;
using Sendra.Client.Http;

namespace Sendra.Client.EventPatterns;

/// <summary>Declared names of events, with their schemas.</summary>
public sealed class EventPatternsApi
{
    private readonly ApiConnection _api;

    internal EventPatternsApi(ApiConnection api) => _api = api;

    /// <summary>Returns a page of declared names.</summary>
    /// <param name="query">Only names that have this text; null for all.</param>
    /// <param name="limit">How many items a page has at most: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The <see cref="Page{T}.NextCursor"/> of the page before.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Page<EventPattern>> ListAsync(string? query = null, int? limit = null, string? cursor = null, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Page<EventPattern>>(new Query("api/event-patterns").Add("query", query).Add("limit", limit).Add("cursor", cursor), cancellationToken);

    /// <summary>Reads all declared names, page by page.</summary>
    /// <param name="query">Only names that have this text; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<EventPattern> ListAllAsync(string? query = null, CancellationToken cancellationToken = default) =>
        _api.ListAllAsync<EventPattern>(() => new Query("api/event-patterns").Add("query", query), cancellationToken);

    /// <summary>Returns a declared name.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<EventPattern> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _api.GetAsync<EventPattern>(Query.Path("api/event-patterns", id), cancellationToken);

    /// <summary>Declares a name. One that is declared already is returned as it is.</summary>
    /// <param name="declaration">The name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<EventPattern> DeclareAsync(PatternDeclaration declaration, CancellationToken cancellationToken = default) =>
        _api.SendAsync<EventPattern>(new ApiCall(HttpMethod.Post, "api/event-patterns") { Body = declaration, IsRepeatable = true }, cancellationToken);

    /// <summary>Changes a declared name's description or schema. What isn't assigned stays as it is.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="change">What changes.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<EventPattern> ChangeAsync(string id, PatternChange change, CancellationToken cancellationToken = default) =>
        _api.SendAsync<EventPattern>(new ApiCall(HttpMethod.Patch, Query.Path("api/event-patterns", id)) { Body = change, IsRepeatable = true }, cancellationToken);

    /// <summary>Takes the schema from the events that arrived.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<EventPattern> LearnAsync(string id, CancellationToken cancellationToken = default) =>
        _api.SendAsync<EventPattern>(new ApiCall(HttpMethod.Post, Query.Path("api/event-patterns", id, "/learn")), cancellationToken);

    /// <summary>Takes a declaration back. Its events stay.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task DeleteAsync(string id, CancellationToken cancellationToken = default) =>
        _api.SendAsync(new ApiCall(HttpMethod.Delete, Query.Path("api/event-patterns", id)), cancellationToken);

    /// <summary>Reads all names that were received and aren't declared, page by page.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<UndeclaredName> ListUndeclaredAsync(CancellationToken cancellationToken = default) =>
        _api.ListAllAsync<UndeclaredName>(() => new Query("api/event-patterns/undeclared"), cancellationToken);

    /// <summary>Declares names that were received.</summary>
    /// <param name="names">Which ones; all, if left out.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<DeclaredNames> DeclareUndeclaredAsync(NamesToDeclare? names = null, CancellationToken cancellationToken = default) =>
        _api.SendAsync<DeclaredNames>(new ApiCall(HttpMethod.Post, "api/event-patterns/declare-undeclared") { Body = names ?? new NamesToDeclare(), IsRepeatable = true }, cancellationToken);
}
