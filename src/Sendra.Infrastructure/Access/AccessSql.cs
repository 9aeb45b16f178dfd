using Sendra.Infrastructure.Persistence.Bulk;
using Kind = Sendra.Infrastructure.Persistence.Bulk.ColumnKind;

namespace Sendra.Infrastructure.Access;

/// <summary>The statements that remove a member.</summary>
internal static class AccessSql
{
    // Changes nothing: an update is a lock on every database.
    public static readonly RowStatement<WorkspaceId> LockWorkspaces = new(
        "UPDATE workspaces SET name = workspaces.name WHERE workspaces.id = {workspace}",
        id => id);

    public static readonly RowStatement<WorkspaceId> SelectMembers = new(
        "SELECT m.user_id, m.role FROM members m WHERE m.workspace_id = {workspace}",
        id => id);

    // Sessions in the workspace go with the membership.
    public static readonly RowStatement<(WorkspaceId WorkspaceId, UserId UserId)> DeleteMembers = new(
        """
        DELETE FROM members {using}
        WHERE members.workspace_id = {workspace} AND members.user_id = r.user_id
        """,
        row => row.WorkspaceId,
        [new("user_id", Kind.Id, row => row.UserId)]);

    // A link dies with its author's membership.
    public static readonly RowStatement<(WorkspaceId WorkspaceId, UserId UserId)> DeleteInvitations = new(
        """
        DELETE FROM invitations {using}
        WHERE invitations.workspace_id = {workspace} AND invitations.created_by = r.created_by
        """,
        row => row.WorkspaceId,
        [new("created_by", Kind.Id, row => row.UserId)]);
}
