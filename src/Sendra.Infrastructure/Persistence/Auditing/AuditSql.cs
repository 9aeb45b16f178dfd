using Sendra.Domain.AuditLog;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Converters;
using Kind = Sendra.Infrastructure.Persistence.Bulk.ColumnKind;

namespace Sendra.Infrastructure.Persistence.Auditing;

/// <summary>The statements of the audit log, for the transactions of those who don't save by a context.</summary>
internal static class AuditSql
{
    public static readonly RowStatement<AuditLine> InsertLines = new(
        """
        INSERT INTO audit_log (workspace_id, id, actor_type, actor_id, actor_name, action, target_type, target_id, target_name, details, address, user_agent)
        SELECT {workspace}, r.id, r.actor_type, r.actor_id, r.actor_name, r.action, r.target_type, r.target_id, r.target_name, r.details, r.address, r.user_agent
        FROM {rows}
        """,
        line => line.WorkspaceId,
        new("id", Kind.Id, line => line.Id),
        new("actor_type", Kind.Int, line => (int)line.ActorType),
        new("actor_id", Kind.Id, line => line.ActorId is { } id ? new UserId(id) : null),
        new("actor_name", Kind.Text, line => line.ActorName, AuditTarget.MaxNameLength),
        new("action", Kind.Int, line => (int)line.Action),
        new("target_type", Kind.Int, line => (int)line.TargetType),
        new("target_id", Kind.Text, line => line.TargetId, AuditTarget.MaxIdLength),
        new("target_name", Kind.Text, line => line.TargetName, AuditTarget.MaxNameLength),
        new("details", Kind.Text, line => line.Details is { } details ? AuditDetailsConverter.Write(details) : null),
        new("address", Kind.Text, line => line.Address, Actor.MaxAddressLength),
        new("user_agent", Kind.Text, line => line.UserAgent, Actor.MaxUserAgentLength));

    // That something was done to the address stays; whose it was does not.
    public static readonly RowStatement<(WorkspaceId WorkspaceId, string Email)> ForgetAddresses = new(
        """
        UPDATE audit_log
        SET target_name = NULL
        FROM {rows}
        WHERE audit_log.workspace_id = {workspace} AND audit_log.target_name = r.target_name
        """,
        row => row.WorkspaceId,
        [new("target_name", Kind.Text, row => row.Email, AuditTarget.MaxNameLength)]);
}
