using Sendra.Domain.Access;

namespace Sendra.Application.Access;

/// <summary>What a node knows about a key.</summary>
/// <param name="Id">The key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Scopes">What it can do.</param>
public sealed record KnownApiKey(ApiKeyId Id, WorkspaceId WorkspaceId, string Name, ApiKeyScopes Scopes);
