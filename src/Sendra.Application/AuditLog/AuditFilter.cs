using Sendra.Application.Common;
using Sendra.Domain.AuditLog;

namespace Sendra.Application.AuditLog;

/// <summary>Which lines of the audit log. A null filter matches all.</summary>
public sealed record AuditFilter(
    Guid? ActorId, AuditAction? Action, AuditTargetType? TargetType, string? TargetId, DateTimeOffset? From, DateTimeOffset? To)
{
    /// <summary>Reads valid text.</summary>
    public static AuditFilter Of(AuditFilterText text) =>
        new(text.ActorId, text.Action, text.TargetType, text.TargetId, FilterTimes.From(text.From), FilterTimes.To(text.To));
}
