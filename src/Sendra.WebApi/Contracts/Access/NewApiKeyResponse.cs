using Sendra.Domain.Access;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>A new API key.</summary>
/// <param name="Id">The key's id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Prefix">The beginning of the key, for recognising it.</param>
/// <param name="Key">The key itself. It is shown this once and kept nowhere: store it now.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record NewApiKeyResponse(
    ApiKeyId Id, string Name, IReadOnlyList<ApiKeyScope> Scopes, string Prefix, string Key, DateTimeOffset CreatedAt)
{
    /// <summary>Hides what is in it: at its most talkative, the log repeats what it is given.</summary>
    public override string ToString() => nameof(NewApiKeyResponse);
}
