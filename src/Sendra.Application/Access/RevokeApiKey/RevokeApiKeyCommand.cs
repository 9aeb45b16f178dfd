using MediatR;

namespace Sendra.Application.Access.RevokeApiKey;

/// <summary>Ends an API key: at once on this node, on others within <see cref="IApiKeys.Trust"/>.</summary>
/// <param name="Id">The key.</param>
public sealed record RevokeApiKeyCommand(ApiKeyId Id) : IRequest;
