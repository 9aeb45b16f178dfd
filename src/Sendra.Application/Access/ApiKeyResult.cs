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
public sealed record ApiKeyResult(
    ApiKeyId Id, string Name, IReadOnlyList<ApiKeyScope> Scopes, string Prefix, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, UserId? CreatedBy)
{
    /// <summary>From the aggregate.</summary>
    public static ApiKeyResult From(ApiKey key) => new(key.Id, key.Name, key.Scopes.Given, key.Prefix, key.CreatedAt, key.LastUsedAt, key.CreatedBy);
}
