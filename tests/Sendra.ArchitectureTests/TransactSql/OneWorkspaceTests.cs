using Microsoft.EntityFrameworkCore;
using Sendra.ArchitectureTests.Persistence;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.SqlServer;

namespace Sendra.ArchitectureTests.TransactSql;

/// <summary>
/// Every statement over rows is of one workspace, which it names by one parameter (ADR 0046): neither by a column of its rows, nor not at all.
/// The log's are read in <see cref="QueryTextTests"/>.
/// </summary>
internal sealed class OneWorkspaceTests
{
    // The tenants themselves.
    private const string Workspaces = "workspaces";

    /// <summary>The tables whose rows belong to a workspace.</summary>
    public static IReadOnlySet<string> Owned { get; } = Models.Of(DatabaseProvider.SqlServer).GetEntityTypes()
        .Where(entity => entity.ClrType.IsAssignableTo(typeof(IWorkspaceOwned)))
        .Select(entity => entity.GetTableName()!)
        .Where(table => table != Workspaces)
        .ToHashSet();

    [TestCaseSource(typeof(RowStatements), nameof(RowStatements.Names))]
    public void A_statement_names_one_workspace_by_a_parameter(string statement)
    {
        var operation = RowStatements.OperationOf(statement, 2);

        operation.Sql.Should().Contain("{workspace}");
        operation.Columns.Select(column => column.Name).Should().NotContain("workspace_id");
        OfAny(SqlServerStatement.Text(operation.Sql, operation, 2)).Should().BeEmpty(operation.Sql);
    }

    [TestCase(SqlServerLocks.ContactsInOrder)]
    [TestCase(SqlServerLocks.ContactsByUpdate)]
    public void So_does_what_locks_contacts(string sql) =>
        OfAny(SqlServerStatement.Text(sql, RowStatements.OperationOf("ContactSql.SelectContacts", 2), 2)).Should().BeEmpty();

    [TestCase("SELECT c.id FROM contacts c")]
    [TestCase("SELECT c.id FROM contacts c WHERE c.workspace_id IN (@a, @b)")]
    [TestCase("SELECT c.id FROM (VALUES (@a), (@b)) AS r(workspace_id) JOIN contacts c ON c.workspace_id = r.workspace_id")]
    [TestCase("SELECT c.id FROM contacts c JOIN automations a ON a.id = c.id WHERE a.workspace_id = @w")]
    [TestCase("UPDATE contacts SET name = r.name FROM (VALUES (@a, @b)) AS r(workspace_id, name) WHERE contacts.workspace_id = r.workspace_id")]
    [TestCase("DELETE FROM contacts WHERE contacts.id = @id")]
    [TestCase("INSERT INTO contacts (id, workspace_id) SELECT r.id, r.workspace_id FROM (VALUES (@a, @b)) AS r(id, workspace_id)")]
    public void A_table_that_may_be_of_any_workspace_is_found(string sql) => OfAny(sql).Should().ContainSingle();

    [TestCase("SELECT c.id FROM contacts c JOIN automations a ON a.workspace_id = c.workspace_id WHERE c.workspace_id = @w")]
    [TestCase("SELECT e.id FROM (SELECT * FROM contacts x WHERE x.workspace_id = @w) e JOIN automations a ON a.workspace_id = e.workspace_id")]
    [TestCase("INSERT INTO contacts (id, workspace_id) SELECT r.id, CAST(@w AS binary(16)) FROM (VALUES (@a)) AS r(id)")]
    public void A_table_of_one_workspace_is_fine(string sql) => OfAny(sql).Should().BeEmpty();

    private static IReadOnlyList<string> OfAny(string sql) => TSql.OfAnyWorkspace(sql, Owned);
}
