using MediatR;

namespace Sendra.Application.Operating.GetServerStatus;

/// <summary>Tells a caller who it is, and how the server is.</summary>
/// <param name="KeyId">The key that calls; null for a session.</param>
public sealed record GetServerStatusQuery(ApiKeyId? KeyId) : IRequest<ServerStatus>;
