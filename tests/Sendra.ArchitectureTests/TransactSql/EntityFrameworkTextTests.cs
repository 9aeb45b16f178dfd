using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Sendra.Application.Common;
using Sendra.Application.Enrollments;
using Sendra.Application.Events;
using Sendra.ArchitectureTests.Persistence;
using Sendra.Domain.Automations;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Domain.EventPatterns;
using Sendra.Domain.Events;
using Sendra.Infrastructure.Automations;
using Sendra.Infrastructure.Contacts;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.EventPatterns;
using Sendra.Infrastructure.Events;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.SqlServer;

namespace Sendra.ArchitectureTests.TransactSql;

/// <summary>What EF Core writes for SQL Server: migrations, the reading side, and saves.</summary>
internal sealed class EntityFrameworkTextTests
{
    private static readonly Guid Id = Guid.AllBitsSet;
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Paging ById = new(200, Paging.CursorOf(Guid.AllBitsSet));

    private static readonly Dictionary<string, Func<SendraDbContext, Task>> Uses = new()
    {
        ["rules"] = async db => await Task.WhenAll(db.Automations.AsNoTracking().ToListAsync(), db.CustomFields.ToListAsync()),
        ["log"] = db => new EventLog(db).ListAsync(Filter(), new Paging(), None),
        ["log, every filter"] = db => new EventLog(db).ListAsync(
            Filter(["signedUp", "upgraded", "cancelled"], Email(), "ad", declared: false, EventOriginType.Api, effect: true), ById, None),
        ["log, many names"] = db => new EventLog(db).ListAsync(Filter([.. Many("name", 100)]), ById, None),
        ["event"] = db => new EventLog(db).FindAsync(Id, None),
        ["contacts"] = db => new ContactList(db).ListAsync(null, null, ById, None),
        ["contacts by address"] = db => new ContactList(db).ListAsync(Email(), "ad", new Paging(), None),
        ["enrollments"] = db => new EnrollmentList(db).ListAsync(new EnrollmentFilter(Id, Id, Email(), EnrollmentStatus.Active), ById, None),
        ["enrollment"] = db => new EnrollmentList(db).FindAsync(Id, None),
        ["patterns"] = db => new EventPatternCatalog(db).ListAsync("sign_%", new Paging(), None),
        ["undeclared names"] = db => new EventPatternCatalog(db).ListUndeclaredAsync(new Paging(), None),
        ["all undeclared names"] = db => new EventPatternCatalog(db).AllUndeclaredAsync(None),
        ["automation's facts"] = db => new AutomationFactsReader(db).GatherAsync([NewAutomation(3)], None),
        ["memberships"] = db => db.MembershipsOf(Id).ToListAsync(),
        ["inserts"] = db =>
        {
            db.AddRange(Many("p", 20).Select(name => EventPattern.Declare(Guid.CreateVersion7(), SomeWorkspace.Id, PatternNameOf(name), null)));
            return db.SaveChangesAsync();
        },
        ["update with concurrency token"] = db =>
        {
            var automation = NewAutomation(1);
            db.Attach(automation);
            automation.Activate(DateTimeOffset.UnixEpoch);
            return db.SaveChangesAsync();
        },
    };

    private static IEnumerable<string> Names => Uses.Keys;

    [TestCase(MigrationsSqlGenerationOptions.Default)]
    [TestCase(MigrationsSqlGenerationOptions.Idempotent)]
    public void Migrations_are_T_SQL(MigrationsSqlGenerationOptions options)
    {
        using var db = Models.Open(DatabaseProvider.SqlServer);
        var script = db.GetService<IMigrator>().GenerateScript(options: options);

        script.Should().Contain("CREATE TABLE [contacts]");
        TSql.ProblemsOf(script).Should().BeEmpty();
    }

    [TestCaseSource(nameof(Names))]
    public async Task Queries_and_saves_are_T_SQL(string use)
    {
        foreach (var text in await RecordAsync(Uses[use]))
        {
            TSql.ProblemsOf(text).Should().BeEmpty(text);
            TSql.ParametersOf(text).Should().BeLessThan(2_098);
            (text.Contains("[workspace_id] = ") || text.Contains("INSERT") || text.EndsWith("WHERE 0 = 1", StringComparison.Ordinal) || use == "memberships")
                .Should().BeTrue(text);
        }
    }

    // A full page of automations with full exit lists: beyond 2,100 parameters EF writes OPENJSON, which is then the only
    // thing amiss.
    [Test]
    public async Task More_names_than_parameters_go_as_one_document()
    {
        Automation[] page = [.. Enumerable.Range(0, Paging.MaxLimit).Select(_ => NewAutomation(Automation.MaxExitEvents))];
        var texts = await RecordAsync(db => new AutomationFactsReader(db).GatherAsync(page, None));

        texts.Should().OnlyContain(text => TSql.ParametersOf(text) < 2_098);
        texts.SelectMany(TSql.ProblemsOf).Should().NotBeEmpty().And.OnlyContain(problem => problem.EndsWith("OPENJSON"));
    }

    private static async Task<IReadOnlyList<string>> RecordAsync(Func<SendraDbContext, Task> use)
    {
        var recorder = new CommandRecorder();
        var options = new DbContextOptionsBuilder<SqlServerSendraDbContext>()
            .UseSqlServer("Server=nowhere")
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(recorder)
            .Options;
        await using var db = new SqlServerSendraDbContext(options, new SomeWorkspace());
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        try
        {
            await use(db);
        }
        catch (DbUpdateConcurrencyException)
        {
            // No row was changed, as there is none.
        }

        recorder.Texts.Should().NotBeEmpty();
        return recorder.Texts;
    }

    private static EventLogFilter Filter(
        string[]? names = null,
        EmailAddress? email = null,
        string? prefix = null,
        bool? declared = null,
        EventOriginType? origin = null,
        bool? effect = null)
    {
        DateTimeOffset? time = names is null ? null : DateTimeOffset.UnixEpoch;
        return new EventLogFilter(names ?? [], email, prefix, time, time, declared, origin, names is null ? null : Id, effect);
    }

    private static IEnumerable<string> Many(string name, int count) => Enumerable.Range(1, count).Select(number => $"{name}{number}");

    private static Automation NewAutomation(int exits)
    {
        var id = Guid.CreateVersion7();
        return Automation.Create(
            id, SomeWorkspace.Id, "Onboarding", NameOf("signedUp"), Frequency.EveryTime, Many($"exit{id}-", exits).Select(NameOf));
    }

    private static EventName NameOf(string text) => EventName.TryParse(text, out var name, out _) ? name : throw new ArgumentException(text);

    private static PatternName PatternNameOf(string text) => PatternName.TryParse(text, out var name, out _) ? name : throw new ArgumentException(text);

    private static EmailAddress Email() => EmailAddress.TryParse("ada@example.com", out var email, out _) ? email : throw new InvalidOperationException();
}
