using Sendra.Domain.Access;

namespace Sendra.WebApi.Contracts.Operating;

/// <summary>An API key that calls.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Prefix">Its beginning, by which people recognize it.</param>
/// <param name="Scopes">What it can do.</param>
public sealed record StatusKey(string Name, string Prefix, IReadOnlyList<ApiKeyScope> Scopes);
