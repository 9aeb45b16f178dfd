using Sendra.Domain.Access;

namespace Sendra.Application.Access;

/// <summary>What a node knows about a key.</summary>
/// <param name="Id">The key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Scopes">What it can do.</param>
public sealed record KnownApiKey(ApiKeyId Id, WorkspaceId WorkspaceId, string Name, ApiKeyScopes Scopes)
{
    /// <summary>From when on it is refused; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Where it may be used from; null for anywhere.</summary>
    public KeyNetworks? AllowedNetworks { get; init; }

    /// <summary>True once its time is over.</summary>
    public bool HasExpired(DateTimeOffset now) => ExpiresAt <= now;
}
