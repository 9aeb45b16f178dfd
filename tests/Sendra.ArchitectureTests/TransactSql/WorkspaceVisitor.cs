using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Sendra.ArchitectureTests.TransactSql;

/// <summary>
/// Finds the tables of a statement whose rows may be of any workspace: those whose <c>workspace_id</c> is compared neither with a parameter
/// nor with that of a table which is.
/// </summary>
internal sealed class WorkspaceVisitor : TSqlFragmentVisitor
{
    private const string Column = "workspace_id";

    private readonly List<(string Alias, string Table)> _tables = [];
    private readonly List<(string One, string Other)> _equal = [];
    private readonly HashSet<string> _ofOne = [];

    /// <param name="owned">The tables whose rows belong to a workspace.</param>
    public IReadOnlyList<string> OfAny(IReadOnlySet<string> owned)
    {
        while (_equal.Any(pair => _ofOne.Contains(pair.One) != _ofOne.Contains(pair.Other)))
        {
            foreach (var (one, other) in _equal.Where(pair => _ofOne.Contains(pair.One) || _ofOne.Contains(pair.Other)))
            {
                _ofOne.Add(one);
                _ofOne.Add(other);
            }
        }

        return [.. _tables.Where(table => owned.Contains(table.Table) && !_ofOne.Contains(table.Alias)).Select(table => $"{table.Table} {table.Alias}")];
    }

    public override void Visit(NamedTableReference node)
    {
        var table = node.SchemaObject.BaseIdentifier.Value;
        _tables.Add((node.Alias?.Value ?? table, table));
    }

    public override void Visit(BooleanComparisonExpression node)
    {
        if (node.ComparisonType == BooleanComparisonType.Equals)
        {
            Compare(node.FirstExpression, node.SecondExpression);
            Compare(node.SecondExpression, node.FirstExpression);
        }
    }

    // Its rows are those of the tables in it.
    public override void Visit(QueryDerivedTable node)
    {
        var inside = new WorkspaceVisitor();
        node.QueryExpression.Accept(inside);
        _equal.AddRange(inside._tables.Select(table => (node.Alias.Value, table.Alias)));
    }

    public override void Visit(InsertSpecification node)
    {
        var ordinal = node.Columns.ToList().FindIndex(column => column.MultiPartIdentifier.Identifiers[^1].Value == Column);
        if (ordinal < 0 || node.Target is not NamedTableReference { SchemaObject.BaseIdentifier.Value: var target })
        {
            return;
        }

        foreach (var value in ValuesOf(node.InsertSource, ordinal))
        {
            Is(target, value);
        }
    }

    private static IEnumerable<ScalarExpression> ValuesOf(InsertSource source, int ordinal) => source switch
    {
        ValuesInsertSource values => values.RowValues.Select(row => row.ColumnValues[ordinal]),
        SelectInsertSource { Select: QuerySpecification { SelectElements: var elements } } when elements[ordinal] is SelectScalarExpression element => [element.Expression],
        _ => [],
    };

    private void Compare(ScalarExpression column, ScalarExpression with)
    {
        if (AliasOf(column) is { } alias)
        {
            Is(alias, with);
        }
    }

    private void Is(string alias, ScalarExpression value)
    {
        if (AliasOf(value) is { } other)
        {
            _equal.Add((alias, other));
        }
        else if (value is VariableReference or CastCall { Parameter: VariableReference })
        {
            _ofOne.Add(alias);
        }
    }

    private static string? AliasOf(ScalarExpression expression) =>
        expression is ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [.., var alias, { Value: Column }] } ? alias.Value : null;
}
