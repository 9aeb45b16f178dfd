using Sendra.Infrastructure.Persistence.Queries;

namespace Sendra.Infrastructure.Persistence.Bulk;

/// <summary>
/// A statement over a set of rows of one workspace, written once in SQL that every database understands. Only its marks are
/// written by each database in its own way: <c>{workspace}</c> stands for the workspace's id, one parameter, <c>{rows}</c> for the
/// rows as a table named <c>r</c>, <c>{using}</c> for the same with the word that joins it to what a delete deletes, <c>{lock}</c>
/// for what makes a select lock the rows of a table named <c>c</c>. <c>{each}</c> joins every row with a select of its own, of which <c>{top}</c> after its SELECT and
/// <c>{limit}</c> at its end take <c>r.most</c> rows.
/// </summary>
/// <param name="workspace">Whose row it is. Rows of several workspaces are several statements.</param>
/// <param name="columns">The columns of <c>r</c>; none for a statement about the workspace itself.</param>
internal sealed class RowStatement<T>(string sql, Func<T, WorkspaceId> workspace, params Column<T>[] columns)
{
    /// <summary>The SQL with its marks.</summary>
    public string Sql { get; } = sql;

    /// <summary>Whose row it is.</summary>
    public Func<T, WorkspaceId> Workspace { get; } = workspace;

    /// <summary>The columns of <c>r</c>.</summary>
    public Column<T>[] Columns { get; } = columns;

    /// <summary>Reads with these rows; any number of result rows comes back, in no promised order.</summary>
    public RowOperation Read(IReadOnlyList<T> rows, Action<RowReader> read) => new RowOperation<T>(this, rows) { OnRow = read };

    /// <summary>Writes with these rows.</summary>
    /// <param name="rows">The rows; none means nothing is sent.</param>
    /// <param name="everyRow">True when each row must change exactly one; otherwise another writer was first.</param>
    public RowOperation Write(IReadOnlyList<T> rows, bool everyRow = true) => new RowOperation<T>(this, rows) { EveryRow = everyRow };
}
