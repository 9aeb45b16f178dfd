using Sendra.Domain.Access;

namespace Sendra.Application.Access;

/// <summary>An API key, without the key itself.</summary>
/// <param name="Id">The key's id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Prefix">The beginning of the key, for recognising it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="LastUsedAt">When it was last used, to within some minutes; null when it never was.</param>
/// <param name="CreatedBy">The user who made it; null for keys from before this was noted.</param>
public sealed record ApiKeyResult(
    ApiKeyId Id, string Name, IReadOnlyList<ApiKeyScope> Scopes, string Prefix, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, UserId? CreatedBy)
{
    /// <summary>From the aggregate.</summary>
    public static ApiKeyResult From(ApiKey key) => new(key.Id, key.Name, key.Scopes.Given, key.Prefix, key.CreatedAt, key.LastUsedAt, key.CreatedBy);
}
