using Sendra.Domain.AuditLog;

namespace Sendra.Infrastructure.Persistence.Auditing;

/// <summary>What a change means.</summary>
internal sealed record AuditNote(AuditAction Action, AuditTarget Target)
{
    public AuditDetails? Details { get; init; }

    /// <summary>Who did it, where the request itself didn't know at its beginning; null for whoever calls.</summary>
    public Actor? By { get; init; }

    /// <summary>Where it counts, where that isn't the workspace on whose behalf the context saves.</summary>
    public WorkspaceId? WorkspaceId { get; init; }
}
