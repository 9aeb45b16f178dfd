namespace Sendra.Infrastructure.Persistence.Bulk;

internal sealed class RowOperation<T>(RowStatement<T> statement, IReadOnlyList<T> rows) : RowOperation
{
    public override string Sql => statement.Sql;

    public override IReadOnlyList<Column> Columns => statement.Columns;

    public override int RowCount => rows.Count;

    public override object? Value(int row, int column) => statement.Columns[column].Value(rows[row]);
}
