using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Sendra.ArchitectureTests.Persistence;
using Sendra.Infrastructure.Ingestion;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.SqlServer;

namespace Sendra.ArchitectureTests.TransactSql;

/// <summary>What ingestion sends to SQL Server: every statement over rows that there is.</summary>
internal sealed class IngestionTextTests
{
    // What says how to ask, and stands in no table.
    private static readonly string[] Unstored = ["expired_at", "ordinal", "most", "with_properties"];

    private static IEnumerable<string> Names => RowStatements.Names;

    private static readonly Dictionary<string, string> Locks = new()
    {
        [nameof(SqlServerLocks.Shared)] = SqlServerLocks.Shared,
        [nameof(SqlServerLocks.Alone)] = SqlServerLocks.Alone,
    };

    private static IEnumerable<string> LockNames => Locks.Keys;

    [Test]
    public void Every_statement_is_checked()
    {
        Names.Should().Contain("ContactSql.SelectContacts");
        typeof(ContactSql).Assembly.GetTypes().Where(type => type.Namespace == typeof(ContactSql).Namespace && type.Name.EndsWith("Sql", StringComparison.Ordinal))
            .SelectMany(RowStatements.OthersIn).Should().BeEmpty("a text of another kind would go unchecked");
    }

    [Test]
    public void Statements_are_T_SQL([ValueSource(nameof(Names))] string statement, [Values(1, 2, 64)] int rows)
    {
        var operation = RowStatements.OperationOf(statement, rows);
        var text = SqlServerStatement.Text(SqlServerStatement.InTransaction(operation.Sql), operation, rows);

        TSql.ProblemsOf(text).Should().BeEmpty(text);
        TSql.ParametersOf(text).Should().Be((rows * operation.Columns.Count) + 1, "the workspace is a parameter of its own");
        text.Should().EndWith(" OPTION (LOOP JOIN)").And.NotContain("{");
    }

    [Test]
    public void Locking_contacts_is_T_SQL(
        [Values(SqlServerLocks.ContactsInOrder, SqlServerLocks.ContactsByUpdate)] string sql, [Values(1, 2, 64, 512)] int rows)
    {
        var operation = RowStatements.OperationOf("ContactSql.SelectContacts", rows);
        var text = SqlServerStatement.Text(sql, operation, rows);

        TSql.ProblemsOf(text).Should().BeEmpty(text);
        text.Should().EndWith(" OPTION (LOOP JOIN)").And.NotContain("{");
    }

    [TestCaseSource(nameof(LockNames))]
    public void Locking_writers_is_T_SQL(string name)
    {
        TSql.ProblemsOf(Locks[name]).Should().BeEmpty();
        Locks[name].Should().Contain($"THROW {SqlServerLocks.Refused},");
    }

    // A list for each column would find each pair that the two lists could make, and no index for it.
    [TestCaseSource(nameof(Names))]
    public void Rows_are_joined_by_all_their_columns(string statement) =>
        RowStatements.OperationOf(statement, 1).Sql.Should().NotMatchRegex(@"IN \(SELECT r\.|DELETE FROM \w+(?! \{using\})\b");

    // SQL Server uses a filtered index only for a statement that repeats the filter.
    [TestCaseSource(nameof(Names))]
    public void What_a_filtered_index_finds_repeats_its_filter(string statement)
    {
        var sql = RowStatements.OperationOf(statement, 1).Sql;

        sql.Contains("deliveries.event_id = r.").Should().Be(sql.Contains("deliveries.event_id IS NOT NULL"));
    }

    // Or else each length of a value would be a plan of its own.
    [TestCaseSource(nameof(Names))]
    public void Parameters_have_the_types_of_their_columns(string statement)
    {
        var operation = RowStatements.OperationOf(statement, 1);
        var stored = ColumnsOf(operation.Sql);

        foreach (var column in operation.Columns.Where(column => !Unstored.Contains(column.Name) && !column.Name.StartsWith("loaded_", StringComparison.Ordinal)))
        {
            var parameter = SqlServerStatement.Parameter(column, null);
            var name = parameter.SqlDbType.ToString().ToLowerInvariant();
            var type = column.Kind switch
            {
                ColumnKind.Int or ColumnKind.Long => name,
                _ => parameter.Size == -1 ? $"{name}(max)" : $"{name}({parameter.Size})",
            };
            stored[column.Name].Should().Contain(type, column.Name);
        }
    }

    [Test]
    public void A_value_is_never_cut() => FluentActions
        .Invoking(() => SqlServerStatement.Parameter(new Column<string>("email", ColumnKind.Text, text => text, 254), new string('a', 255)))
        .Should().Throw<ArgumentException>().WithMessage("*email*254*");

    // SQL Server takes 2,100 parameters a request, two of which its client needs, and 1,000 rows a constructor.
    [Test]
    public void Chunks_fit_SQL_Servers_limits([ValueSource(nameof(Names))] string statement, [Values(1, 3, 256, 5_000)] int rows)
    {
        var operation = RowStatements.OperationOf(statement, rows);
        var chunks = SqlServerStatement.Chunks(operation).ToArray();

        chunks.Sum(chunk => chunk.Count).Should().Be(rows);
        chunks.Should().OnlyContain(chunk => chunk.Count <= 1_000 && chunk.Count * operation.Columns.Count < 2_098);
    }

    // By name, the types that the columns of the statement's tables have.
    private static ILookup<string, string> ColumnsOf(string sql) => Models.Of(DatabaseProvider.SqlServer).GetRelationalModel().Tables
        .Where(table => Regex.IsMatch(sql, $@"\b(FROM|JOIN|INTO|UPDATE) {table.Name}\b"))
        .SelectMany(table => table.Columns)
        .ToLookup(column => column.Name, column => column.StoreType);
}
