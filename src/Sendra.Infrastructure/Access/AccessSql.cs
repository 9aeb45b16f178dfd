using Sendra.Infrastructure.Persistence.Bulk;
using Kind = Sendra.Infrastructure.Persistence.Bulk.ColumnKind;

namespace Sendra.Infrastructure.Access;

/// <summary>The statements that remove a member.</summary>
internal static class AccessSql
{
    // Changes nothing: an update is a lock on every database.
    public static readonly RowStatement<Guid> LockWorkspaces = new(
        "UPDATE workspaces SET name = workspaces.name FROM {rows} WHERE workspaces.id = r.id",
        new Column<Guid>("id", Kind.Id, id => id));

    public static readonly RowStatement<Guid> SelectMembers = new(
        "SELECT m.user_id, m.role FROM {rows} JOIN members m ON m.workspace_id = r.workspace_id",
        new Column<Guid>("workspace_id", Kind.Id, id => id));

    // Sessions in the workspace go with the membership.
    public static readonly RowStatement<(Guid WorkspaceId, Guid UserId)> DeleteMembers = new(
        """
        DELETE FROM members {using}
        WHERE members.workspace_id = r.workspace_id AND members.user_id = r.user_id
        """,
        new("workspace_id", Kind.Id, row => row.WorkspaceId),
        new("user_id", Kind.Id, row => row.UserId));
}
