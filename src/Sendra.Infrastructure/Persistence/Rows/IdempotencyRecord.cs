using Sendra.Domain.Common;

namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>The first answer to a key, written in the same transaction as what it answers (E8).</summary>
internal sealed class IdempotencyRecord : IWorkspaceOwned
{
    public WorkspaceId WorkspaceId { get; init; }

    public required string Key { get; init; }

    /// <summary>What was asked; null when the key alone says that it is the same (S6).</summary>
    public byte[]? BodyHash { get; init; }

    /// <summary>The answer as JSON, compressed when it is long.</summary>
    public required byte[] Answer { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
