namespace Sendra.WebApi.Contracts.EventPatterns;

/// <summary>The state of a workspace's event names.</summary>
/// <param name="Items">What is probably not meant; empty when all is well.</param>
public sealed record CatalogHealthResponse(IReadOnlyList<CatalogFindingResponse> Items);
