using Sendra.Domain.AuditLog;

namespace Sendra.Application.AuditLog;

/// <summary>Filters for the audit log. An omitted filter matches all entries.</summary>
public sealed record AuditFilterText
{
    /// <summary>Only what this user or API key did, by its id.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Only entries with this action.</summary>
    public AuditAction? Action { get; init; }

    /// <summary>Only what was done to things of this type.</summary>
    public AuditTargetType? TargetType { get; init; }

    /// <summary>Only what was done to the thing with this id.</summary>
    public string? TargetId { get; init; }

    /// <summary>Only what was done at this time or later: an ISO 8601 time, or a date, which means its midnight (UTC).</summary>
    public string? From { get; init; }

    /// <summary>Only what was done before this time. A date includes its whole day (UTC).</summary>
    public string? To { get; init; }
}
