using Sendra.Application.Access;

namespace Sendra.Application.Operating;

/// <summary>Who calls, and how the server is.</summary>
/// <param name="WorkspaceName">The name of the caller's workspace.</param>
/// <param name="Key">The key that calls; null for a session.</param>
/// <param name="Load">How busy the node is that answers.</param>
/// <param name="Now">What time it is.</param>
public sealed record ServerStatus(WorkspaceId WorkspaceId, string WorkspaceName, ApiKeyResult? Key, NodeLoad Load, DateTimeOffset Now);
