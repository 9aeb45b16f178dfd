using MediatR;
using Sendra.Domain.Access;

namespace Sendra.Application.Access.CreateApiKey;

/// <summary>Creates an API key (W3).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Scopes">What it can do.</param>
/// <param name="By">The user who creates it.</param>
/// <param name="ExpiresAt">From when on it is refused, or null for never.</param>
/// <param name="AllowedNetworks">Where it may be used from, or null for anywhere.</param>
public sealed record CreateApiKeyCommand(
    string? Name, IReadOnlyList<ApiKeyScope>? Scopes, UserId By, DateTimeOffset? ExpiresAt, IReadOnlyList<string?>? AllowedNetworks) : IRequest<CreatedApiKey>;
