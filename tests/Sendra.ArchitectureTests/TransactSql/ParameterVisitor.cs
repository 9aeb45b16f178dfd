using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Sendra.ArchitectureTests.TransactSql;

/// <summary>Gathers the names of parameters.</summary>
internal sealed class ParameterVisitor : TSqlFragmentVisitor
{
    public HashSet<string> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

    public override void Visit(VariableReference node) => Names.Add(node.Name);
}
