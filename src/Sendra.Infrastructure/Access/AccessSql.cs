using Sendra.Infrastructure.Persistence.Bulk;
using Kind = Sendra.Infrastructure.Persistence.Bulk.ColumnKind;

namespace Sendra.Infrastructure.Access;

/// <summary>The statements that remove a member.</summary>
internal static class AccessSql
{
    // Changes nothing: an update is a lock on every database.
    public static readonly RowStatement<WorkspaceId> LockWorkspaces = new(
        "UPDATE workspaces SET name = workspaces.name FROM {rows} WHERE workspaces.id = r.id",
        new Column<WorkspaceId>("id", Kind.Id, id => id));

    public static readonly RowStatement<WorkspaceId> SelectMembers = new(
        "SELECT m.user_id, m.role FROM {rows} JOIN members m ON m.workspace_id = r.workspace_id",
        new Column<WorkspaceId>("workspace_id", Kind.Id, id => id));

    // Sessions in the workspace go with the membership.
    public static readonly RowStatement<(WorkspaceId WorkspaceId, UserId UserId)> DeleteMembers = new(
        """
        DELETE FROM members {using}
        WHERE members.workspace_id = r.workspace_id AND members.user_id = r.user_id
        """,
        new("workspace_id", Kind.Id, row => row.WorkspaceId),
        new("user_id", Kind.Id, row => row.UserId));

    // A link dies with its author's membership.
    public static readonly RowStatement<(WorkspaceId WorkspaceId, UserId UserId)> DeleteInvitations = new(
        """
        DELETE FROM invitations {using}
        WHERE invitations.workspace_id = r.workspace_id AND invitations.created_by = r.created_by
        """,
        new("workspace_id", Kind.Id, row => row.WorkspaceId),
        new("created_by", Kind.Id, row => row.UserId));
}
