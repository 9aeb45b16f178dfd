using MediatR;
using Sendra.Domain.Access;

namespace Sendra.Application.Access.CreateApiKey;

/// <summary>Creates an API key (W3).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Scopes">What it can do.</param>
/// <param name="By">The user who creates it.</param>
public sealed record CreateApiKeyCommand(string? Name, IReadOnlyList<ApiKeyScope>? Scopes, UserId By) : IRequest<CreatedApiKey>;
