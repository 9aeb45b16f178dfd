using MediatR;

namespace Sendra.Application.Access.RevokeApiKey;

/// <summary>Revokes an API key: at once on this node, on others within <see cref="IApiKeys.Trust"/>.</summary>
public sealed record RevokeApiKeyCommand(ApiKeyId Id) : IRequest;
