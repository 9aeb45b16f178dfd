using System.Text.RegularExpressions;

namespace Sendra.ArchitectureTests.Sources;

/// <summary>What only the text of the code shows.</summary>
internal sealed partial class SourceTests
{
    // Each passes the workspace's query filter by, so each needs a reason.
    private static readonly string[] MaySendSql =
    [
        "Sendra.Infrastructure/Persistence/DatabaseMigrator.cs", // schema and journal mode
        "Sendra.Infrastructure/Persistence/PostgreSql/DistributedTables.cs", // where tables are
        "Sendra.Infrastructure/Persistence/DatabaseProbe.cs", // health: does it answer
        "Sendra.Infrastructure/Clocks/DatabaseTime.cs", // what time it is
        "Sendra.Infrastructure/Persistence/SendraDbContext.cs", // before a workspace is known: a user's own memberships, a session's, a key, an invitation's link
        "Sendra.Infrastructure/EventSources/EventSourceDirectory.cs", // a webhook's token comes first and says which workspace
        "Sendra.Infrastructure/EventSources/Retention.cs", // in the background: what every workspace keeps for a time only
        "Sendra.Infrastructure/Workspaces/EventRetention.cs", // in the background: which workspaces keep events for a time only
        "Sendra.Infrastructure/Events/EventLog.cs", // the log, each of whose tables is met by workspace_id
        "Sendra.Infrastructure/Events/EventLogSearch.cs", // the same
        "Sendra.Infrastructure/Events/EventTails.cs", // hands on to the log
        "Sendra.Infrastructure/Events/EventLogReader.cs", // the same
        "Sendra.Infrastructure/Automations/RunsByDay.cs", // counts of one automation, met by workspace_id
        "Sendra.Infrastructure/EventSources/DeliveriesByDay.cs", // counts of one source, met by workspace_id
        "Sendra.Infrastructure/Workflows/DueLook.cs", // in the background: which workspaces have something due
        "Sendra.Infrastructure/Workflows/DueFinder.cs", // what is due of one workspace
        "Sendra.Infrastructure/Outbox/OutboxFinder.cs", // the same
        "Sendra.Infrastructure/DependencyInjection.cs", // sends none, makes what the log sends it by
        "Sendra.Infrastructure/Persistence/Queries/ISqlReader.cs", // the same
        "Sendra.Infrastructure/Persistence/Queries/SqlReader.cs", // the same
        "Sendra.Infrastructure/Persistence/Queries/SqlSession.cs", // the same
        "Sendra.Infrastructure/Persistence/Replicas/ReplicaReader.cs", // hands on to one of two readers
        "Sendra.Infrastructure/Persistence/Replicas/ReplicaConnections.cs", // sends none; is told of commands that failed
        "Sendra.Infrastructure/Persistence/PostgreSql/PlannedConnections.cs", // planner settings
        "Sendra.Infrastructure/Persistence/PostgreSql/PostgreSqlBulkSession.cs", // ingestion, whose statements are of one workspace
        "Sendra.Infrastructure/Persistence/PostgreSql/TableStatistics.cs", // the catalog, which has no rows of a workspace
        "Sendra.Infrastructure/Persistence/Sqlite/SqliteBulkDatabase.cs", // waiting and cache of its connection
        "Sendra.Infrastructure/Persistence/Sqlite/SqliteStatement.cs", // ingestion, whose statements are of one workspace
        "Sendra.Infrastructure/Persistence/Sqlite/DurableConnections.cs", // durability of each connection
        "Sendra.Infrastructure/Persistence/Sqlite/GatedWrites.cs", // the place where bulk writes wait for their turn; sends none of its own
        "Sendra.Infrastructure/Persistence/SqlServer/SnapshotReads.cs", // a setting of the database
        "Sendra.Infrastructure/Persistence/SqlServer/SqlServerBulkSession.cs", // ingestion, whose statements are of one workspace
        "Sendra.Infrastructure/Persistence/SqlServer/SqlServerStatement.cs", // the same
    ];

    [SetUp]
    public void Something_is_checked() => SourceFile.All.Select(file => file.Folder.Split('/')[0]).Distinct()
        .Should().BeEquivalentTo("Sendra.Domain", "Sendra.Application", "Sendra.Infrastructure", "Sendra.WebApi", "Sendra.Client", "Sendra.Cli");

    [Test]
    public void W4_few_places_pass_the_query_filter_by() =>
        SourceFile.All.Where(file => !MaySendSql.Contains(file.Path)).SelectMany(file => file.Find(PassesFilterBy())).Should().BeEmpty();

    [Test]
    public void Time_comes_from_the_time_provider() => SourceFile.All.SelectMany(file => file.Find(Clock())).Should().BeEmpty();

    [Test]
    public void One_type_a_file_and_the_file_is_named_after_it() =>
        Sources()
            .Where(file => TopLevelType().Matches(file.Code) is not [var type]
                || (type.Groups["name"].Value != file.Name && $"{type.Groups["name"].Value}OfT" != file.Name))
            .Should().BeEmpty();

    [Test]
    public void Namespaces_are_folders() =>
        Sources()
            .Where(file => Namespace().Match(file.Code).Groups["name"].Value != file.Folder.Replace('/', '.'))
            .Should().BeEmpty();

    // Program is top-level statements: neither type nor namespace.
    private static IEnumerable<SourceFile> Sources() => SourceFile.All.Where(file => file.Path != "Sendra.WebApi/Program.cs");

    [GeneratedRegex(@"\b(IgnoreQueryFilters|FromSql\w*|ExecuteSql\w*|SqlQuery\w*|ISqlReader|CommandText|sqlite3_prepare\w*|(Npgsql|Sql|Sqlite|Db)(Batch)?Command)\b")]
    private static partial Regex PassesFilterBy();

    [GeneratedRegex(@"\b(DateTime(Offset)?\.(Utc)?(Now|Today)|Thread\.Sleep|Stopwatch)\b")]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?:(?:public|internal|file|static|sealed|abstract|partial|readonly|ref|unsafe) )*(?:class|record struct|record|struct|interface|enum|delegate [\w<>?]+) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
