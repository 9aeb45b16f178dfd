using System.Data.Common;
using Npgsql;
using Respawn;

namespace Sendra.WebApi.FunctionalTests.Common.Databases;

/// <summary>
/// The database on a coordinator of Citus that <see cref="Variable"/> names, with the extension in it: never created or dropped, only its tables
/// are. On a plain PostgreSQL, <see cref="CitusStandIn"/> takes the place of what Sendra asks of Citus.
/// </summary>
internal sealed class CitusTestDatabase(string connectionString) : TestDatabase
{
    public const string Variable = "SENDRA_TEST_CITUS";

    private const string OwnTables = "SELECT string_agg(format('%I', relname), ', ') FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')";

    public override string Provider => "PostgreSql";

    public override string Name => "Citus";

    public override string ConnectionString => new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = $"public,{CitusStandIn.Schema}" }.ToString();

    public override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string> { ["Database:Distributed"] = "true" };

    protected override IDbAdapter Adapter => DbAdapter.Postgres;

    public override DbConnection Connect() => new NpgsqlConnection(ConnectionString);

    public override async Task PrepareAsync()
    {
        if (await ScalarAsync("SELECT to_regclass('\"__EFMigrationsHistory\"')::text") is string)
        {
            await DropTablesAsync();
        }

        if (await ScalarAsync("SELECT extname::text FROM pg_extension WHERE extname = 'citus'") is null)
        {
            await ScalarAsync(CitusStandIn.Script);
        }
    }

    public override async Task ResetAsync() => await ScalarAsync($"""
        DO $$
        BEGIN
            EXECUTE 'TRUNCATE ' || ({OwnTables} AND relname NOT IN ('__EFMigrationsHistory', 'data_protection_keys')) || ' CASCADE';
        END $$
        """);

    public override async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await DropTablesAsync();
    }

    private async Task DropTablesAsync()
    {
        if (await ScalarAsync(OwnTables) is string tables)
        {
            await ScalarAsync($"DROP TABLE {tables} CASCADE");
        }

        await ScalarAsync($"DROP SCHEMA IF EXISTS {CitusStandIn.Schema} CASCADE");
    }
}
