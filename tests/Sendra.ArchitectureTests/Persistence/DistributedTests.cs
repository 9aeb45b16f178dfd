using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Sendra.ArchitectureTests.TransactSql;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.PostgreSql;

namespace Sendra.ArchitectureTests.Persistence;

/// <summary>What a distributed database (Citus) asks of tables and statements.</summary>
internal sealed class DistributedTests
{
    private const string Workspace = "workspace_id";

    private static readonly IModel Model = Models.Of(DatabaseProvider.PostgreSql);

    private static IEnumerable<ITable> Tables => Model.GetRelationalModel().Tables;

    [Test]
    public void Every_table_has_its_place_and_only_one()
    {
        DistributedTables.Reference.Should().NotIntersectWith(DistributedTables.Spread);
        DistributedTables.Reference.Concat(DistributedTables.Spread).Should().BeEquivalentTo(
            Tables.Select(table => table.Name), "a new table is named in DistributedTables: spread by workspace if it belongs to one, else in full on every server");
    }

    [Test]
    public void What_is_spread_has_the_workspace_in_each_unique_key()
    {
        foreach (var table in Tables.Where(table => DistributedTables.Spread.Contains(table.Name)))
        {
            table.PrimaryKey!.Columns[0].Name.Should().Be(Workspace, table.Name);
            table.UniqueConstraints.Should().NotContain(key => key.Columns.All(column => column.Name != Workspace), table.Name);
            table.Indexes.Where(index => index.IsUnique).Should().NotContain(index => index.Columns.All(column => column.Name != Workspace), table.Name);
        }
    }

    [Test]
    public void Keys_between_spread_tables_have_the_workspace_and_no_key_leads_there_from_a_table_in_full()
    {
        foreach (var key in Tables.SelectMany(table => table.ForeignKeyConstraints).Where(key => DistributedTables.Spread.Contains(key.PrincipalTable.Name)))
        {
            DistributedTables.Spread.Should().Contain(key.Table.Name, key.Name);
            (key.Columns[0].Name, key.PrincipalColumns[0].Name).Should().Be((Workspace, Workspace), key.Name);
            key.OnDeleteAction.Should().BeOneOf([ReferentialAction.NoAction, ReferentialAction.Restrict, ReferentialAction.Cascade], key.Name);
        }
    }

    // A statement goes to the server of its workspace, which is found by the parameter in every part of it: a subquery that takes the workspace from a
    // column of the statement around it is refused.
    [TestCaseSource(typeof(RowStatements), nameof(RowStatements.Names))]
    public void No_statement_takes_the_workspace_from_a_column(string statement)
    {
        var sql = RowStatements.OperationOf(statement, 1).Sql;

        JoinsByColumn(sql).Should().BeFalse(sql);
        foreach (var table in DistributedTables.Spread)
        {
            Regex.Count(sql, $@"\b(?:FROM|JOIN|INTO|UPDATE) {table}\b").Should().BeLessThanOrEqualTo(Regex.Count(sql, @"\{workspace\}"), sql);
        }
    }

    // Only rows of one server can be locked.
    [TestCaseSource(typeof(RowStatements), nameof(RowStatements.Names))]
    public void Rows_are_locked_in_one_workspace(string statement)
    {
        var sql = RowStatements.OperationOf(statement, 1).Sql;

        if (sql.Contains("{lock}", StringComparison.Ordinal))
        {
            sql.Should().Contain("c.workspace_id = {workspace}").And.NotContainAny("GROUP BY", "DISTINCT", "UNION");
        }
    }

    [TestCase("SELECT e.id FROM enrollments e WHERE e.workspace_id = outbox.workspace_id", true)]
    [TestCase("SELECT e.id FROM enrollments e WHERE e.workspace_id = {workspace}", false)]
    public void A_join_by_column_is_found(string sql, bool isFound) => JoinsByColumn(sql).Should().Be(isFound);

    internal static bool JoinsByColumn(string sql) => Regex.IsMatch(sql, @"workspace_id = \w+\.workspace_id");
}
