using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sendra.Application.AuditLog;
using Sendra.Application.Automations;
using Sendra.Application.Common;
using Sendra.Application.Contacts;
using Sendra.Application.Contacts.ImportContacts;
using Sendra.Application.Enrollments;
using Sendra.Application.EventPatterns;
using Sendra.Application.Events;
using Sendra.Application.EventSources;
using Sendra.Application.Ingestion;
using Sendra.Application.Mail;
using Sendra.Application.Messages;
using Sendra.Application.Operating;
using Sendra.Application.Suppressions;
using Sendra.Application.Templates;
using Sendra.Application.Workspaces;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Access;
using Sendra.Infrastructure.AuditLog;
using Sendra.Infrastructure.Automations;
using Sendra.Infrastructure.Background;
using Sendra.Infrastructure.Calls;
using Sendra.Infrastructure.Clocks;
using Sendra.Infrastructure.Committing;
using Sendra.Infrastructure.Contacts;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Erasure;
using Sendra.Infrastructure.EventPatterns;
using Sendra.Infrastructure.Events;
using Sendra.Infrastructure.EventSources;
using Sendra.Infrastructure.Ingestion;
using Sendra.Infrastructure.Mail;
using Sendra.Infrastructure.Messages;
using Sendra.Infrastructure.Operating;
using Sendra.Infrastructure.Outbox;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Auditing;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.PostgreSql;
using Sendra.Infrastructure.Persistence.Queries;
using Sendra.Infrastructure.Persistence.Replicas;
using Sendra.Infrastructure.Persistence.Rows;
using Sendra.Infrastructure.Persistence.Sqlite;
using Sendra.Infrastructure.Persistence.SqlServer;
using Sendra.Infrastructure.Persistence.Workspaces;
using Sendra.Infrastructure.Suppressions;
using Sendra.Infrastructure.Templates;
using Sendra.Infrastructure.Workflows;
using Sendra.Infrastructure.Workspaces;

namespace Sendra.Infrastructure;

/// <summary>Adds what the use cases stand on: databases, ingestion, accounts.</summary>
public static class DependencyInjection
{
    // A caller waits meanwhile; when the database stays away, a 503 soon is the better answer.
    private const int MaxRetries = 3;
    private static readonly TimeSpan MaxRetryDelay = TimeSpan.FromSeconds(1);

    /// <summary>Adds everything of this assembly. The host adds an <see cref="IWorkspaceContext"/>, an <see cref="IPublicAddress"/> and, where somebody may call, an <see cref="IActorContext"/>.</summary>
    /// <param name="configuration">Where <c>Database__Provider</c> and <c>ConnectionStrings__Sendra</c> are read from.</param>
    /// <exception cref="InvalidOperationException">The configuration makes no sense; the message says what to change.</exception>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddClock().AddSingleton<IdGenerator>();
        return services.AddPersistence(DatabaseSettings.From(configuration))
            .AddIngestion().AddWorkflows().AddOutbox(OutgoingCallSettings.From(configuration))
            .AddMail(SmtpSettings.From(configuration), DkimKey.From(configuration)).AddReading().AddEventSources().AddErasure().AddSuppressions().AddWorkspaceDeletion().AddAccess(configuration);
    }

    /// <summary>Makes the database ready for use; call before the host runs.</summary>
    /// <param name="services">The host's services.</param>
    /// <returns>Null when it is ready, else one line that says why it can't be used.</returns>
    public static async Task<string?> PrepareDatabaseAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
            await services.GetRequiredService<KeyEncryption>().ApplyAsync(cancellationToken);
            await services.GetRequiredService<ClockWatch>().FollowAsync(cancellationToken);
            return null;
        }
        catch (DatabaseUnusableException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>Which database is in use and where, without credentials.</summary>
    public static string DescribeDatabase(this IServiceProvider services) => services.GetRequiredService<DatabaseSettings>().Describe();

    // Whoever asks for the time gets the node's.
    private static IServiceCollection AddClock(this IServiceCollection services) => services
        .AddKeyedSingleton(NodeClock.Machine, TimeProvider.System)
        .AddSingleton(provider => new NodeClock(provider.GetRequiredKeyedService<TimeProvider>(NodeClock.Machine)))
        .AddSingleton<TimeProvider>(provider => provider.GetRequiredService<NodeClock>())
        .AddSingleton<IDatabaseTime, DatabaseTime>()
        .AddSingleton<ClockWatch>()
        .AddSingleton(provider => new ClockState(provider.GetRequiredService<NodeClock>()))
        .AddHostedService(provider => provider.GetRequiredService<ClockWatch>());

    private static IServiceCollection AddReading(this IServiceCollection services) => services
        .AddScoped<IAutomationFacts, AutomationFactsReader>()
        .AddScoped<IAutomationHistory, AutomationHistory>()
        .AddScoped<IAutomationVersions, AutomationVersions>()
        .AddScoped<IStepCounts, StepCountsReader>()
        .AddScoped<IContactList, ContactList>()
        .AddScoped<IContactHistory, ContactHistory>()
        .AddScoped<IContactWriter, ContactWriter>()
        .AddScoped<IContactImports, ContactImports>()
        .AddSingleton<ImportRunner>()
        .AddHostedService(provider => provider.GetRequiredService<ImportRunner>())
        .AddScoped<IEnrollmentList, EnrollmentList>()
        .AddScoped<ITemplateVersions, TemplateVersions>()
        .AddScoped<ITemplateUses, TemplateUses>()
        .AddScoped<IEventPatternCatalog, EventPatternCatalog>()
        .AddScoped<IEventLog, EventLogReader>()
        .AddScoped<IMessageLog, MessageLog>()
        .AddScoped<IAuditLines, AuditLines>()
        .AddScoped<IEventCounts, EventCountsReader>()
        .AddScoped<IRunsByDay, RunsByDay>()
        .AddScoped<IDeliveriesByDay, DeliveriesByDay>()
        .AddSingleton<IEventTail, EventTails>();

    private static IServiceCollection AddErasure(this IServiceCollection services) => services
        .AddSingleton<PacedSteps>()
        .AddSingleton<ErasureSteps>()
        .AddSingleton<AddressKeys>()
        .AddSingleton<ContactEraser>()
        .AddScoped<IContactErasure, ContactErasure>()
        .AddHostedService<ErasureService>()
        .AddSingleton<EventRetention>()
        .AddSingleton<VisitRetention>()
        .AddSingleton<ContentRetention>()
        .AddSingleton<AuditRetention>();

    private static IServiceCollection AddSuppressions(this IServiceCollection services) => services
        .AddScoped<ISuppressions, SuppressionList>()
        .AddSingleton<IConsents, Consents>()
        .AddSingleton<IUnsubscribeLinks, UnsubscribeLinks>()
        .AddSingleton<IReportedSuppressions, ReportedSuppressions>()
        .AddSingleton<SuppressionLookup>();

    private static IServiceCollection AddWorkspaceDeletion(this IServiceCollection services) => services
        .AddScoped<IWorkspaceDeletion, WorkspaceDeletion>()
        .AddSingleton<WorkspacePurge>()
        .AddHostedService(provider => provider.GetRequiredService<WorkspacePurge>());

    private static IServiceCollection AddEventSources(this IServiceCollection services) => services
        .AddSingleton<ISourceSecrets, SourceSecrets>()
        .AddSingleton<ISigningCertificates, SigningCertificates>()
        .AddSingleton<IEventSourceDirectory, EventSourceDirectory>()
        .AddScoped<IDeliveryList, DeliveryList>()
        .AddSingleton<Retention>()
        .AddHostedService<RetentionService>();

    private static IServiceCollection AddPersistence(this IServiceCollection services, DatabaseSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<IActorContext, SystemActor>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<DatabaseMigrator>();
        services.AddSingleton<StorageState>();
        services.AddReplica(settings);
        services.AddScoped<IUnitOfWork>(provider => provider.GetRequiredService<SendraDbContext>());
        services.AddScoped(typeof(IRepository<>), typeof(Repository<>));
        return settings.Provider switch
        {
            DatabaseProvider.Sqlite => services
                .AddDatabase<SqliteSendraDbContext, SqliteBulkDatabase>((options, _) => options
                    .UseSqlite(settings.ConnectionString).AddInterceptors(new DurableConnections()))
                .AddSingleton<SqliteWriteGate>()
                .AddSingleton<SqliteCheckpoints>()
                .AddHostedService(provider => provider.GetRequiredService<SqliteCheckpoints>())
                .AddSqlReader(SqlDialect.Sqlite, _ => new SqliteConnection(settings.ConnectionString)),
            DatabaseProvider.PostgreSql => services.AddDatabase<PostgreSqlSendraDbContext, PostgreSqlBulkDatabase>((options, retrying) =>
                _ = settings.IsDistributed ? Use(options, retrying).ReplaceService<IMigrationsSqlGenerator, DistributedMigrations>() : Use(options, retrying))
                .AddSingleton<PlannedConnections>()
                .AddTableStatistics(settings)
                .AddSqlReader(SqlDialect.PostgreSql, provider => provider.GetRequiredService<PlannedConnections>().Create()),
            _ => services.AddDatabase<SqlServerSendraDbContext, SqlServerBulkDatabase>((options, retrying) =>
                options.UseSqlServer(settings.ConnectionString, sql => _ = retrying ? sql.EnableRetryOnFailure(MaxRetries, MaxRetryDelay, null) : sql))
                .AddSqlReader(SqlServerStatement.Dialect, _ => new SqlConnection(settings.ConnectionString)),
        };

        DbContextOptionsBuilder Use(DbContextOptionsBuilder options, bool retrying) =>
            options.UseNpgsql(settings.ConnectionString, npgsql => _ = retrying ? npgsql.EnableRetryOnFailure(MaxRetries, MaxRetryDelay, null) : npgsql);
    }

    // Each server of a distributed database plans for itself.
    private static IServiceCollection AddTableStatistics(this IServiceCollection services, DatabaseSettings settings) =>
        settings.IsDistributed ? services : services.AddHostedService<TableStatistics>();

    private static IServiceCollection AddReplica(this IServiceCollection services, DatabaseSettings settings)
    {
        services.AddSingleton<ReadReplica>().AddScoped<ReplicaUse>().AddScoped<IReadReplica>(provider => provider.GetRequiredService<ReplicaUse>())
            .AddSingleton(provider => new ReplicaState(provider.GetRequiredService<ReadReplica>()));
        if (settings.Replica is null)
        {
            return services.AddKeyedSingleton(ReadReplica.Key, (provider, _) => provider.GetRequiredService<ISqlReader>())
                .AddSingleton(provider => new BulkReader(provider.GetRequiredService<IBulkDatabase>(), null, provider.GetRequiredService<ReadReplica>()));
        }

        var copy = settings.OfReplica;
        if (settings.Provider == DatabaseProvider.PostgreSql)
        {
            services.AddKeyedSingleton(ReadReplica.Key, (_, _) => new PlannedConnections(copy))
                .AddReplicaReader(SqlDialect.PostgreSql, provider => Connections(provider).Create(), provider => new PostgreSqlBulkDatabase(Connections(provider), copy));
        }
        else
        {
            services.AddReplicaReader(SqlServerStatement.Dialect, _ => new SqlConnection(copy.ConnectionString), _ => new SqlServerBulkDatabase(copy));
        }

        return services.AddSingleton<ReplicaConnections>().AddHostedService<ReplicaMetrics>().AddHostedService<ReplicaWatch>();

        static PlannedConnections Connections(IServiceProvider provider) => provider.GetRequiredKeyedService<PlannedConnections>(ReadReplica.Key);
    }

    private static IServiceCollection AddReplicaReader(
        this IServiceCollection services, SqlDialect dialect, Func<IServiceProvider, DbConnection> connect, Func<IServiceProvider, IBulkDatabase> bulk) => services
        .AddKeyedSingleton<ISqlReader>(ReadReplica.Key, (provider, _) => new ReplicaReader(
            new SqlReader(dialect, () => connect(provider)), provider.GetRequiredService<ISqlReader>(), provider.GetRequiredService<ReadReplica>()))
        .AddSingleton(provider => new BulkReader(provider.GetRequiredService<IBulkDatabase>(), bulk(provider), provider.GetRequiredService<ReadReplica>()));

    private static IServiceCollection AddDatabase<TContext, TBulk>(
        this IServiceCollection services, Action<DbContextOptionsBuilder, bool> use)
        where TContext : SendraDbContext
        where TBulk : class, IBulkDatabase
    {
        services.AddDbContext<SendraDbContext, TContext>(
            (provider, options) => use(Common(options).AddInterceptors(provider.GetServices<ReplicaConnections>()), true), optionsLifetime: ServiceLifetime.Singleton);

        // Ingestion has a patience of its own, which retries underneath would only exceed.
        services.AddSingleton(provider =>
        {
            var options = new DbContextOptionsBuilder<TContext>().UseApplicationServiceProvider(provider);
            use(Common(options), false);
            return new WorkspaceDbContexts(provider, typeof(TContext), options.Options);
        });
        return services.AddSingleton<IBulkDatabase, TBulk>();

        // Whether the migrations make the model is for the tests to say; to ask at a first start takes long. And they may be cut off anywhere.
        static DbContextOptionsBuilder Common(DbContextOptionsBuilder options) => options
            .UseSnakeCaseNamingConvention().ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning, RelationalEventId.NonTransactionalMigrationOperationWarning));
    }

    private static IServiceCollection AddSqlReader(
        this IServiceCollection services, SqlDialect dialect, Func<IServiceProvider, DbConnection> connect) =>
        services.AddSingleton<ISqlReader>(provider => new SqlReader(dialect, () => connect(provider)));

    private static IServiceCollection AddWorkflows(this IServiceCollection services) => services
        .AddSingleton<WorkflowMetrics>()
        .AddSingleton<WorkflowCache>()
        .AddSingleton<DueSignal>()
        .AddSingleton<OutboxSignal>()
        .AddScoped<JourneyReader>()
        .AddSingleton<DueLook>()
        .AddSingleton<DueFinder>()
        .AddSingleton<WorkflowTools>()
        .AddScoped<IRunsByHand, RunsByHand>()
        .AddScoped<IAutomationRuns, AutomationRuns>()
        .AddScoped<IRunsInFlight, RunsInFlight>()
        .AddSingleton<RunMover>()
        .AddTransient(provider => new Committer(
            provider.GetRequiredService<IBulkDatabase>(), provider.GetRequiredService<StorageState>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Committer>>()))
        .AddSingleton<IReadOnlyList<DueCarrier>>(provider =>
        {
            var shard = Random.Shared.Next(EventNameTally.Shards);
            return
            [
                .. Enumerable.Range(0, provider.GetRequiredService<IBulkDatabase>().Writers).Select(index => new DueCarrier(
                    provider.GetRequiredService<Committer>(), provider.GetRequiredService<WorkflowTools>(), (shard + index) % EventNameTally.Shards)),
            ];
        })
        .AddSingleton<DueRuns>()
        .AddHostedService(provider => provider.GetRequiredService<DueRuns>())
        .AddSingleton<WorkflowJobs>()
        .AddHostedService(provider => provider.GetRequiredService<WorkflowJobs>());

    private static IServiceCollection AddOutbox(this IServiceCollection services, OutgoingCallSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(settings.Networks)
        .AddSingleton(settings.Pauses)
        .AddSingleton<NameResolver>()
        .AddSingleton<GuardedConnections>()
        .AddSingleton<OutgoingHttp>()
        .AddSingleton<HttpCaller>()
        .AddSingleton<SigningSecrets>()
        .AddSingleton<ISigningSecrets>(provider => provider.GetRequiredService<SigningSecrets>())
        .AddSingleton<CallPerformer>()
        .AddSingleton<TemplateCache>()
        .AddSingleton<MailPerformer>()
        .AddSingleton<OutboxFinder>()
        .AddSingleton<MailTurns>()
        .AddScoped<ITestTurns, TestTurns>()
        .AddSingleton<OutboxMetrics>()
        .AddSingleton<OutboxRecorder>()
        .AddSingleton<OutboxTools>()

        // Stopped last, after those who send.
        .AddHostedService(provider => provider.GetRequiredService<OutboxRecorder>())
        .AddHostedService<CallSender>()
        .AddHostedService<MailSender>()
        .AddHostedService<EventSender>();

    private static IServiceCollection AddMail(this IServiceCollection services, SmtpSettings? settings, DkimKey? dkim)
    {
        services.AddSingleton(new MailComposer(dkim, settings?.Provider ?? MailProvider.None)).AddSingleton<TransportCircuit>().AddSingleton<MailMetrics>();
        return settings is null
            ? services.AddSingleton<IMailTransport, CapturedTransport>()
            : services.AddSingleton(settings).AddSingleton<SmtpPool>().AddSingleton<IMailTransport, SmtpTransport>();
    }

    private static IServiceCollection AddIngestion(this IServiceCollection services)
    {
        services.AddSingleton<IngestionMetrics>();
        services.AddSingleton<RulesCache>();
        services.AddSingleton<BatchLoader>();
        services.AddSingleton<PropertyTypeWatch>();
        services.AddSingleton<KnownTallies>();
        services.AddSingleton<IngestionTools>();
        services.AddSingleton<DryRunner>();
        services.AddSingleton<HolderFinder>();
        services.AddSingleton<EventIngestor>();
        services.AddSingleton<IEventIngestor>(provider => provider.GetRequiredService<EventIngestor>());
        services.AddSingleton<INodeLoad, NodeLoadReader>();
        return services.AddHostedService(provider => provider.GetRequiredService<EventIngestor>()).AddHostedService<WarmUp>();
    }
}
