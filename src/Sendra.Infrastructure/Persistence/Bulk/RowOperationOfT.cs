namespace Sendra.Infrastructure.Persistence.Bulk;

internal sealed class RowOperation<T>(RowStatement<T> statement, IReadOnlyList<T> rows) : RowOperation
{
    public override string Sql => statement.Sql;

    public override IReadOnlyList<Column> Columns => statement.Columns;

    public override WorkspaceId Workspace => statement.Workspace(rows[0]);

    public override int RowCount => rows.Count;

    public override object? Value(int row, int column) => statement.Columns[column].Value(rows[row]);

    public override IEnumerable<RowOperation> ByWorkspace()
    {
        if (IsOfOneWorkspace())
        {
            return [this];
        }

        return rows.GroupBy(statement.Workspace).OrderBy(group => group.Key.Value)
            .Select(group => new RowOperation<T>(statement, [.. group]) { OnRow = OnRow, EveryRow = EveryRow });
    }

    // As nearly always: a node that serves one workspace groups nothing.
    private bool IsOfOneWorkspace()
    {
        var first = statement.Workspace(rows[0]);
        for (var row = 1; row < rows.Count; row++)
        {
            if (statement.Workspace(rows[row]) != first)
            {
                return false;
            }
        }

        return true;
    }
}
