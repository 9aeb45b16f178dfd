using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sendra.Domain.Conditions;
using Sendra.Infrastructure.Events;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.WebApi.FunctionalTests.Events.Plans;

/// <summary>
/// How the databases read what conditions on the past ask for: the statements of a batch, explained in a session such as ingestion's. However
/// long the pasts are, each reads by its index, and hardly more than it is asked for.
/// </summary>
public sealed class HistoryPlanTests(string provider) : FunctionalTest(provider)
{
    private const int PerBatch = 1_000;
    private const int Most = 5;

    // The few are as many as a contact has before its events go into the index by name.
    private const int Few = 2 * Domain.Contacts.Contact.ManyEvents;

    private static readonly string[] Names = ["often", "rare", "never"];

    private readonly string _provider = provider;

    [Test]
    public async Task C1_conditions_on_the_past_read_by_index_and_no_more_than_they_ask_for()
    {
        Assume.That(_provider, Is.AnyOf("Sqlite", "PostgreSql"), "Plans are explained on SQLite and PostgreSQL.");
        var ada = await App.RegisterAsync();
        for (var batch = 0; batch < 8; batch++)
        {
            (await ada.PostAsync("/api/events/batch", new { events = Enumerable.Range(batch * PerBatch, PerBatch).Select(Event) })).ShouldBe(200);
        }

        // As in production: PostgreSQL's statistics come by themselves, SQLite has none.
        if (_provider == "PostgreSql")
        {
            await App.Database.ScalarAsync("ANALYZE");
        }

        await using var db = App.Node.Services.GetRequiredService<WorkspaceDbContexts>().For(new WorkspaceId(ada.WorkspaceId));
        var bob = await db.Contacts.SingleAsync(contact => contact.Email == "bob@example.com");
        bob.FirstOfMany.Should().NotBeNull("the contact has many events");
        HistoryQuestion[] questions =
        [
            .. Names.Select((name, i) =>
                new HistoryQuestion(i, bob.WorkspaceId, bob.Id, new NeededHistory(name, Most, WithProperties: true), bob.FirstOfMany, new EventId(Guid.AllBitsSet))),
        ];

        await AssertAsync(EventHistorySql.SelectOfMany, questions, "ix_received_events_of_many", 3 * Most);
        await AssertAsync(EventHistorySql.SelectFilledIn, questions, "ix_received_events_history", 3 * Most);
        await AssertAsync(EventHistorySql.SelectFew, questions, "ix_received_events_workspace_id_contact_id_id", 3 * Few);
    }

    private async Task AssertAsync(RowStatement<HistoryQuestion> statement, HistoryQuestion[] questions, string index, int most)
    {
        var explain = _provider == "Sqlite" ? "EXPLAIN QUERY PLAN " : "EXPLAIN (ANALYZE, FORMAT JSON) ";
        var explained = new RowStatement<HistoryQuestion>(explain + statement.Sql, statement.Workspace, statement.Columns);
        var lines = new List<string>();
        await using (var session = await App.Node.Services.GetRequiredService<IBulkDatabase>().OpenAsync(CancellationToken.None))
        {
            await session.BeginAsync();
            await session.ReadAsync(locking: false, explained.Read(
                questions, row => lines.Add(_provider == "Sqlite" ? $"{row.Int(0)}|{row.Int(1)}|0|{row.Text(3)}" : row.Text(0))));
            await session.RollbackAsync();
        }

        var command = new ExplainedCommand(explained.Sql, string.Join('\n', lines));
        command.Plan.Should().Contain(index);
        if (_provider == "Sqlite")
        {
            SqlitePlan.Unwanted(command).Where(step => step != "SCAN e").Should().BeEmpty("it was read so:\n{0}", command.Plan);
            command.Plan.Should().NotContain("SCAN n");
        }
        else
        {
            PostgreSqlPlan.MostRows(command).Should().BeLessThanOrEqualTo(most, "it was read so:\n{0}", command.Plan);
        }
    }

    // Half of them are one contact's, of which every second was filled in, and one in a hundred is rare.
    private static object Event(int number) => new
    {
        email = number % 2 == 0 ? "bob@example.com" : $"p{number % 500}@example.com",
        eventName = number % 200 is 0 or 2 ? "rare" : "often",
        eventProperties = new { number },
        history = number % 4 == 0,
    };
}
