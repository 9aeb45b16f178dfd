namespace Sendra.WebApi.Contracts.EventPatterns;

/// <summary>The state of a workspace's event names.</summary>
/// <param name="Items">Probable mistakes; empty if there are none.</param>
public sealed record CatalogHealthResponse(IReadOnlyList<CatalogFindingResponse> Items);
