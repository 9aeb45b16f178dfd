using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Sendra.Application.Common;
using Sendra.ArchitectureTests.Persistence;
using Sendra.Domain.Automations;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.SqlServer;

namespace Sendra.ArchitectureTests.TransactSql;

/// <summary>What EF Core writes for SQL Server.</summary>
internal sealed class EntityFrameworkTextTests
{
    private static readonly Func<SendraDbContext, IQueryable>[] Queries =
    [
        db => db.Automations.AsNoTracking(),
        db => db.CustomFields.AsNoTracking(),
        db => db.Contacts.Where(contact => contact.Email.StartsWith("ada") && contact.Id < Guid.AllBitsSet)
            .OrderByDescending(contact => contact.Id).Take(51),
        db => LogPage(db, Guid.AllBitsSet, ["signedUp", "upgraded", "cancelled"]),
        db => db.Enrollments.Where(run => run.AutomationId == Guid.AllBitsSet).GroupBy(run => run.Status)
            .Select(group => new { group.Key, Count = group.Count() }),
        db => db.EventNameTallies.GroupBy(tally => tally.EventName)
            .Select(group => new { group.Key, Count = group.Sum(tally => tally.ReceivedCount) }).OrderBy(name => name.Key),
        db => db.Automations.Where(automation => automation.Status != AutomationStatus.Archived && automation.Name.Contains("on_board%ing")),
    ];

    [TestCase(MigrationsSqlGenerationOptions.Default)]
    [TestCase(MigrationsSqlGenerationOptions.Idempotent)]
    public void Migrations_are_T_SQL(MigrationsSqlGenerationOptions options)
    {
        using var db = Models.Open(DatabaseProvider.SqlServer);
        var script = db.GetService<IMigrator>().GenerateScript(options: options);

        script.Should().Contain("CREATE TABLE [contacts]");
        TSql.ProblemsOf(script).Should().BeEmpty();
    }

    [Test]
    public void Queries_are_T_SQL([Range(0, 6)] int query)
    {
        using var designed = Models.Open(DatabaseProvider.SqlServer);
        using var db = new SqlServerSendraDbContext(
            (DbContextOptions<SqlServerSendraDbContext>)designed.GetService<IDbContextOptions>(), new SomeWorkspace());
        var text = Queries[query](db).ToQueryString();

        text.Should().Contain("[workspace_id] = ");
        TSql.ProblemsOf(text).Should().BeEmpty(text);
    }

    private static IQueryable LogPage(SendraDbContext db, Guid after, string[] names) =>
        from row in db.ReceivedEvents
        where row.Id < after && names.Contains(row.EventName)
        join contact in db.Contacts on row.ContactId equals contact.Id
        orderby row.Id descending
        select new { row.Id, contact.Email, row.Properties, Declared = db.EventPatterns.Any(pattern => pattern.Name == row.EventName) };

    // Within one: outside any, every query ends in "no rows" before it gets to the database.
    private sealed class SomeWorkspace : IWorkspaceContext
    {
        public Guid? CurrentWorkspaceId => Guid.AllBitsSet;
    }
}
