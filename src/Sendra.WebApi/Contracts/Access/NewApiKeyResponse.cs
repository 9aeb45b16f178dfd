using Sendra.Domain.Access;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>A new API key.</summary>
/// <param name="Id">The key's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Scopes">What it can do.</param>
/// <param name="Prefix">The beginning of the key, so that you can recognize it.</param>
/// <param name="Key">The key itself. It is shown only once and stored nowhere: store it now.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="ExpiresAt">From when on it is refused; null for never.</param>
/// <param name="AllowedNetworks">The networks that it can be used from, in CIDR notation; null for any.</param>
public sealed record NewApiKeyResponse(
    ApiKeyId Id, string Name, IReadOnlyList<ApiKeyScope> Scopes, string Prefix, string Key, DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt, IReadOnlyList<string>? AllowedNetworks)
{
    /// <summary>Hides the secret, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(NewApiKeyResponse);
}
