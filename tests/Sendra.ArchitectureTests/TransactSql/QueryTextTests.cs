using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Sendra.Application.Automations;
using Sendra.Application.Common;
using Sendra.Application.Contacts;
using Sendra.Application.Enrollments;
using Sendra.Application.EventPatterns;
using Sendra.Application.Events;
using Sendra.Application.EventSources;
using Sendra.ArchitectureTests.Persistence;
using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Domain.EventPatterns;
using Sendra.Infrastructure;
using Sendra.Infrastructure.Events;
using Sendra.Infrastructure.Outbox;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.Queries;
using Sendra.Infrastructure.Persistence.SqlServer;
using Sendra.Infrastructure.Workflows;

namespace Sendra.ArchitectureTests.TransactSql;

/// <summary>What is sent to SQL Server but for ingestion: migrations, the reading side, and saves.</summary>
internal sealed class QueryTextTests
{
    private static readonly Guid Id = Guid.AllBitsSet;
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Paging Page = new(Paging.MaxLimit, Paging.CursorOf(new EventId(Guid.CreateVersion7())));

    private static readonly Dictionary<string, Func<IServiceProvider, Task>> Uses = new()
    {
        ["rules"] = async services =>
        {
            var db = Db(services);
            await db.Automations.AsNoTracking().ToListAsync();
            await db.CustomFields.AsNoTracking().ToListAsync();
        },
        ["log"] = Log(Filter()),
        ["log by name"] = Log(Filter(["signedUp"])),
        ["log by fifty names and all else"] = Log(Filter([.. Many("name", 50)], declared: false, origin: EventOriginType.Webhook, effect: true)),
        ["log by many names"] = Log(Filter([.. Many("name", 100)])),
        ["log by address"] = Log(Filter(email: Email())),
        ["log by beginning of address"] = Log(Filter(["signedUp", "upgraded"], prefix: "ad", effect: false)),
        ["undeclared log"] = Log(Filter(declared: false)),
        ["event"] = services => services.GetRequiredService<IEventLog>().FindAsync(new EventId(Id), None),
        ["contacts"] = Contacts(new ContactFilter(null, null, null, ContactSort.Newest), Page),
        ["contacts by address"] = Contacts(new ContactFilter(Email(), null, null, ContactSort.Email), new Paging()),
        ["contacts by external id"] = Contacts(new ContactFilter(null, ExternalId.TryParse("u1", out var id, out _) ? id : null, null, ContactSort.Oldest), new Paging()),
        ["contacts by words"] = Contacts(new ContactFilter(null, null, ContactSearch.Of("ada ex%mple_[x]"), ContactSort.Newest), Page),
        ["deliveries of a contact"] = async services =>
        {
            var db = Db(services);
            EventId?[] events = [new EventId(Id)];
            await db.Deliveries.Where(row => row.EventId != null && events.Contains(row.EventId)).Select(row => row.Id).ToListAsync();
        },
        ["enrollments"] = services => services.GetRequiredService<IEnrollmentList>()
            .ListAsync(new EnrollmentFilter(new AutomationId(Id), new ContactId(Id), null, [RunStatus.Active], StepId.Parse("wait"), 2), Page, None),
        ["enrollments by address"] = services => services.GetRequiredService<IEnrollmentList>()
            .ListAsync(new EnrollmentFilter(null, null, Email(), [], null, null), Page, None),
        ["enrollments of all"] = services => services.GetRequiredService<IEnrollmentList>()
            .ListAsync(new EnrollmentFilter(null, null, null, [], null, null), Page, None),
        ["enrollment"] = services => services.GetRequiredService<IEnrollmentList>().FindJourneyAsync(new EnrollmentId(Id), None),
        ["patterns"] = services => services.GetRequiredService<IEventPatternCatalog>().ListAsync("sign_%", new Paging(), None),
        ["undeclared names"] = services => services.GetRequiredService<IEventPatternCatalog>().ListUndeclaredAsync(new Paging(), None),
        ["all undeclared names"] = services => services.GetRequiredService<IEventPatternCatalog>().AllUndeclaredAsync(None),
        ["health of the catalog"] = services => services.GetRequiredService<IEventPatternCatalog>().ReviewAsync(10_000, None),
        ["tail"] = services => new EventLog(services.GetRequiredService<ISqlReader>(), new SomeWorkspace()).IdsAsync(new EventId(Id), new EventId(Id), None),
        ["tail, ahead"] = services => new EventLog(services.GetRequiredService<ISqlReader>(), new SomeWorkspace()).HighestIdsAsync(new EventId(Id), 10, None),
        ["automation's facts"] = services => services.GetRequiredService<IAutomationFacts>().GatherAsync([NewAutomation(3)], None),
        ["runs by day"] = services => services.GetRequiredService<IRunsByDay>().CountAsync(new AutomationId(Id), LocalDay.Last(LocalDay.MaxCount, DateTimeZone.Utc, DateTimeOffset.UnixEpoch), None),
        ["deliveries by day"] = services => services.GetRequiredService<IDeliveriesByDay>().CountAsync(new EventSourceId(Id), LocalDay.Last(LocalDay.MaxCount, DateTimeZone.Utc, DateTimeOffset.UnixEpoch), None),
        ["due runs"] = services => services.GetRequiredService<DueFinder>().FindAsync(SomeWorkspace.Id, DateTimeOffset.UnixEpoch, besideEvents: false, None),
        ["due calls"] = services => services.GetRequiredService<OutboxFinder>().FindRunsAsync(EffectKind.CallUrl, SomeWorkspace.Id, DateTimeOffset.UnixEpoch, None),
        ["due emails"] = services => services.GetRequiredService<OutboxFinder>().FindRunsAsync(EffectKind.SendEmail, SomeWorkspace.Id, DateTimeOffset.UnixEpoch, None),
        ["due events"] = services => services.GetRequiredService<OutboxFinder>().FindRunsAsync(EffectKind.SendEvent, SomeWorkspace.Id, DateTimeOffset.UnixEpoch, None),
        ["inserts"] = services =>
        {
            var db = Db(services);
            db.AddRange(Many("p", 20).Select(name => EventPattern.Declare(new EventPatternId(Guid.CreateVersion7()), SomeWorkspace.Id, PatternNameOf(name), null)));
            return db.SaveChangesAsync();
        },
        ["update with concurrency token"] = services =>
        {
            var db = Db(services);
            var automation = NewAutomation(1);
            db.Attach(automation);
            automation.Activate(DateTimeOffset.UnixEpoch);
            return db.SaveChangesAsync();
        },
    };

    private static IEnumerable<string> Names => Uses.Keys;

    private static IEnumerable<string> OwnNames => Names.Where(name => name.Contains("log") && !name.Contains("catalog") || name is "event" || name.StartsWith("tail", StringComparison.Ordinal)
        || name.StartsWith("due ", StringComparison.Ordinal) || name.EndsWith("by day", StringComparison.Ordinal));

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
            (text.Contains("workspace_id = ") || text.Contains("[workspace_id] = ") || text.Contains("INSERT") || text.Contains("WHERE 0 = 1"))
                .Should().BeTrue(text);
        }
    }

    // What EF Core writes is filtered by the model.
    [TestCaseSource(nameof(OwnNames))]
    public async Task SQL_of_our_own_reads_one_workspace(string use)
    {
        foreach (var text in await RecordAsync(Uses[use]))
        {
            TSql.OfAnyWorkspace(text, OneWorkspaceTests.Owned).Should().BeEmpty(text);
            DistributedTests.JoinsByColumn(text).Should().BeFalse(text);
        }
    }

    // SQL Server uses a filtered index only for a query that repeats the filter.
    [Test]
    public async Task Deliveries_are_found_by_their_event() => (await RecordAsync(Uses["deliveries of a contact"]))
        .Should().ContainSingle().Which.Should().Contain("[event_id] IS NOT NULL");

    [TestCase(false, ExpectedResult = true)]
    [TestCase(true, ExpectedResult = false)]
    [TestCase(null, ExpectedResult = false)]
    public async Task<bool> A_start_asks_whether_readers_wait_for_writers(bool? on)
    {
        using var answer = new DataTable();
        answer.Columns.Add("Value", typeof(bool));
        if (on is not null)
        {
            answer.Rows.Add(on);
        }

        var off = false;
        var texts = await RecordAsync(async services => off = await SnapshotReads.AreOffAsync(Db(services), None), answer);

        TSql.ProblemsOf(texts.Should().ContainSingle().Subject).Should().BeEmpty();
        return off;
    }

    // A full page of automations with full exit lists: beyond 2,100 parameters EF would write OPENJSON, which not every
    // compatible server has.
    [Test]
    public async Task More_names_than_parameters_go_in_steps()
    {
        Automation[] page = [.. Enumerable.Range(0, Paging.MaxLimit).Select(_ => NewAutomation(AutomationDefinition.MaxExitEvents))];
        var texts = await RecordAsync(services => services.GetRequiredService<IAutomationFacts>().GatherAsync(page, None));

        texts.Should().OnlyContain(text => TSql.ParametersOf(text) < 2_098);
        texts.SelectMany(TSql.ProblemsOf).Should().BeEmpty();
    }

    private static async Task<IReadOnlyList<string>> RecordAsync(Func<IServiceProvider, Task> use, DataTable? answer = null)
    {
        var recorder = new CommandRecorder(answer);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = nameof(DatabaseProvider.SqlServer),
            ["ConnectionStrings:Sendra"] = "Server=nowhere",
        }).Build();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddScoped<IWorkspaceContext, SomeWorkspace>()
            .AddInfrastructure(configuration)
            .AddSingleton<ISqlReader>(recorder)
            .ConfigureDbContext<SqlServerSendraDbContext>(options => options.AddInterceptors(recorder).UseSqlServer(sql =>
                sql.ExecutionStrategy(context => new NonRetryingExecutionStrategy(context)))) // the other one reads ahead
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        Db(scope.ServiceProvider).Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        try
        {
            await use(scope.ServiceProvider);
        }
        catch (DbUpdateConcurrencyException)
        {
            // No row was changed, as there is none.
        }

        recorder.Texts.Should().NotBeEmpty();
        return recorder.Texts;
    }

    private static SendraDbContext Db(IServiceProvider services) => services.GetRequiredService<SendraDbContext>();

    private static Func<IServiceProvider, Task> Contacts(ContactFilter filter, Paging paging) =>
        services => services.GetRequiredService<IContactList>().ListAsync(filter, paging, None);

    private static Func<IServiceProvider, Task> Log(EventLogFilter filter) =>
        services => services.GetRequiredService<IEventLog>().ListAsync(filter, Page, None);

    private static EventLogFilter Filter(
        string[]? names = null,
        EmailAddress? email = null,
        string? prefix = null,
        bool? declared = null,
        EventOriginType? origin = null,
        bool? effect = null)
    {
        EventSourceId? source = origin is null ? null : new EventSourceId(Id);
        return new EventLogFilter(new LogFilterText
        {
            EventName = names,
            Email = email?.Value,
            EmailPrefix = prefix,
            From = "1970-01-01",
            To = "1970-01-01",
            Declared = declared,
            Origin = origin,
            SourceId = source,
            HasEffect = effect,
        });
    }

    private static IEnumerable<string> Many(string name, int count) => Enumerable.Range(1, count).Select(number => $"{name}{number}");

    private static Automation NewAutomation(int exits)
    {
        var id = new AutomationId(Guid.CreateVersion7());
        return Automation.Create(
            id,
            SomeWorkspace.Id,
            AutomationDefinition.Create(new DefinitionText("Onboarding", new TriggerText("signedUp"), ExitEvents: [.. Many($"exit{id}-", exits)])));
    }

    private static PatternName PatternNameOf(string text) => PatternName.TryParse(text, out var name, out _) ? name : throw new ArgumentException(text);

    private static EmailAddress Email() => EmailAddress.TryParse("ada@example.com", out var email, out _) ? email : throw new InvalidOperationException();
}
