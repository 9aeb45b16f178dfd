using Sendra.Domain.Access;

namespace Sendra.Application.Access;

/// <summary>An API key, without the key itself.</summary>
/// <param name="Id">The key's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Scopes">What it can do.</param>
/// <param name="Prefix">The beginning of the key, so that you can recognize it.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="LastUsedAt">When it was last used, to within a few minutes; null if never.</param>
/// <param name="CreatedBy">The user who created it; null for keys from before this was recorded.</param>
/// <param name="ExpiresAt">From when on it is refused; null for never.</param>
/// <param name="AllowedNetworks">The networks that it can be used from, in CIDR notation; null for any.</param>
public sealed record ApiKeyResult(
    ApiKeyId Id, string Name, IReadOnlyList<ApiKeyScope> Scopes, string Prefix, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, UserId? CreatedBy,
    DateTimeOffset? ExpiresAt, IReadOnlyList<string>? AllowedNetworks)
{
    /// <summary>From the aggregate.</summary>
    public static ApiKeyResult From(ApiKey key) => new(
        key.Id, key.Name, key.Scopes.Given, key.Prefix, key.CreatedAt, key.LastUsedAt, key.CreatedBy, key.ExpiresAt, key.AllowedNetworks?.Texts);
}
