using MediatR;
using Sendra.Domain.Access;

namespace Sendra.Application.Access.CreateApiKey;

/// <summary>Makes an API key (W3).</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="By">The user who makes it.</param>
public sealed record CreateApiKeyCommand(string? Name, IReadOnlyList<ApiKeyScope>? Scopes, UserId By) : IRequest<CreatedApiKey>;
