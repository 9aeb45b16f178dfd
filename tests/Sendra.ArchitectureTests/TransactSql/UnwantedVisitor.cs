using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Sendra.ArchitectureTests.TransactSql;

/// <summary>
/// Finds what locked-down Azure SQL or a SQL-Server-compatible server may refuse, or what would lock more than rows.
/// </summary>
internal sealed class UnwantedVisitor : TSqlFragmentVisitor
{
    private readonly List<string> _found = [];

    public IReadOnlyList<string> Found => _found;

    public override void Visit(MergeStatement node) => Add(node, "MERGE");

    public override void Visit(CreateDatabaseStatement node) => Add(node, "CREATE DATABASE");

    public override void Visit(AlterDatabaseStatement node) => Add(node, "ALTER DATABASE");

    public override void Visit(DropDatabaseStatement node) => Add(node, "DROP DATABASE");

    public override void Visit(OpenJsonTableReference node) => Add(node, "OPENJSON");

    public override void Visit(TableHint node)
    {
        if (node.HintKind is TableHintKind.HoldLock or TableHintKind.Serializable)
        {
            Add(node, node.HintKind.ToString());
        }
    }

    public override void Visit(SetTransactionIsolationLevelStatement node)
    {
        if (node.Level is IsolationLevel.Serializable)
        {
            Add(node, "SERIALIZABLE");
        }
    }

    // The parser of 2022 takes it for a type of somebody's own.
    public override void Visit(DataTypeReference node)
    {
        if (node.Name?.BaseIdentifier?.Value is { } name && name.Equals("json", StringComparison.OrdinalIgnoreCase))
        {
            Add(node, "JSON column");
        }
    }

    private void Add(TSqlFragment node, string what) => _found.Add($"{node.StartLine}:{node.StartColumn} {what}");
}
