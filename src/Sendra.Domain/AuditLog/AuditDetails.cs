using Sendra.Domain.Access;
using Sendra.Domain.Workspaces;

namespace Sendra.Domain.AuditLog;

/// <summary>What else there is to know; null for what doesn't apply. Never a secret, a payload or an address of a contact.</summary>
public sealed record AuditDetails
{
    /// <summary>The version that was saved.</summary>
    public int? Version { get; init; }

    /// <summary>How many things, when one call was for many.</summary>
    public int? Count { get; init; }

    /// <summary>What was changed.</summary>
    public IReadOnlyList<AuditChange>? Changes { get; init; }

    /// <summary>What the member can do.</summary>
    public MemberRole? Role { get; init; }

    /// <summary>What the API key can do.</summary>
    public IReadOnlyList<ApiKeyScope>? Scopes { get; init; }
}
