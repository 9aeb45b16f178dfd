namespace Sendra.Infrastructure.Persistence.Bulk;

/// <inheritdoc />
internal sealed class RowOperation<T>(RowStatement<T> statement, IReadOnlyList<T> rows) : RowOperation
{
    public override string Sql => statement.Sql;

    public override int ColumnCount => statement.Columns.Length;

    public override int RowCount => rows.Count;

    public override string ColumnName(int column) => statement.Columns[column].Name;

    public override ColumnKind ColumnKind(int column) => statement.Columns[column].Kind;

    public override object? Value(int row, int column) => statement.Columns[column].Value(rows[row]);
}
