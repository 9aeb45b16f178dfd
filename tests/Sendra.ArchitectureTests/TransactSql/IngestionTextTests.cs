using System.Reflection;
using Sendra.ArchitectureTests.Layers;
using Sendra.Infrastructure.Ingestion;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.SqlServer;

namespace Sendra.ArchitectureTests.TransactSql;

/// <summary>What ingestion sends to SQL Server: every statement over rows that there is.</summary>
internal sealed class IngestionTextTests
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Dictionary<string, FieldInfo> Statements = Assemblies.Infrastructure.GetTypes()
        .SelectMany(type => type.GetFields(Static))
        .Where(field => field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(RowStatement<>))
        .ToDictionary(field => $"{field.DeclaringType!.Name}.{field.Name}");

    private static IEnumerable<string> Names => Statements.Keys;

    [Test]
    public void Every_statement_is_checked()
    {
        Names.Should().Contain("IngestionSql.SelectContacts");
        typeof(IngestionSql).GetFields(Static).Should().BeSubsetOf(Statements.Values, "a text of another kind would go unchecked");
    }

    [Test]
    public void Statements_are_T_SQL([ValueSource(nameof(Names))] string statement, [Values(1, 2, 64)] int rows)
    {
        var operation = OperationOf(statement, rows);
        var text = SqlServerBulkSession.SqlText(operation.Sql, operation, rows);

        TSql.ProblemsOf(text).Should().BeEmpty(text);
        TSql.ParametersOf(text).Should().Be(rows * operation.ColumnCount);
    }

    [Test]
    public void Locking_contacts_is_T_SQL([Values(1, 2, 64)] int rows)
    {
        var operation = OperationOf("IngestionSql.SelectContacts", rows);
        var text = SqlServerBulkSession.SqlText(SqlServerBulkSession.LockContacts, operation, rows);

        TSql.ProblemsOf(text).Should().BeEmpty(text);
    }

    // SQL Server takes 2,100 parameters a request, two of which its client needs, and 1,000 rows a constructor.
    [Test]
    public void Chunks_fit_SQL_Servers_limits([ValueSource(nameof(Names))] string statement, [Values(1, 3, 256, 5_000)] int rows)
    {
        var operation = OperationOf(statement, rows);
        var chunks = SqlServerBulkSession.Chunks(operation).ToArray();

        chunks.Sum(chunk => chunk.Count).Should().Be(rows);
        chunks.Should().OnlyContain(chunk => chunk.Count <= 1_000 && chunk.Count * operation.ColumnCount < 2_098);
    }

    private static RowOperation OperationOf(string statement, int rows) => (RowOperation)typeof(IngestionTextTests)
        .GetMethod(nameof(Operation), Static)!
        .MakeGenericMethod(Statements[statement].FieldType.GenericTypeArguments)
        .Invoke(null, [Statements[statement].GetValue(null), rows])!;

    // Their text does not depend on what the rows hold.
    private static RowOperation Operation<T>(RowStatement<T> statement, int rows) => statement.Write(new T[rows]);
}
