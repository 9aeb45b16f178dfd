using System.Data.Common;
using Npgsql;
using Respawn;

namespace Sendra.WebApi.FunctionalTests.Common.Databases;

/// <summary>A fresh database on the server that <see cref="Variable"/> names; dropped at the end.</summary>
internal sealed class PostgreSqlTestDatabase(string server) : TestDatabase
{
    public const string Variable = "SENDRA_TEST_POSTGRES";

    // TRUNCATE writes every table and index anew and lets each session plan anew, which takes ten times as long as to delete a
    // test's few rows: only tables that have grown are worth that. One statement deletes from all tables that hold something, in
    // whatever order: to plan one for those that don't would take most of the time.
    private const string Empty =
        """
        DO $$
        DECLARE
            kept CONSTANT text[] := ARRAY['__EFMigrationsHistory', 'data_protection_keys'];
            one record;
            holds_rows boolean;
            grown text[];
            deletions text[];
        BEGIN
            FOR one IN
                SELECT oid, relname, pg_relation_size(oid) AS size
                FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> ALL (kept) AND pg_relation_size(oid) > 0
            LOOP
                EXECUTE format('SELECT EXISTS (SELECT FROM %I)', one.relname) INTO holds_rows;
                IF one.size > 1000000 THEN
                    grown := grown || format('%I', one.relname);
                ELSIF holds_rows THEN
                    deletions := deletions || format('from_%s AS (DELETE FROM %I)', one.oid, one.relname);
                END IF;
            END LOOP;
            IF grown IS NOT NULL THEN
                EXECUTE 'TRUNCATE ' || array_to_string(grown, ', ') || ' CASCADE';
            END IF;
            IF deletions IS NOT NULL THEN
                EXECUTE 'WITH ' || array_to_string(deletions, ', ') || ' SELECT 1';
            END IF;
        END $$
        """;

    private readonly string _name = $"sendra_test_{Guid.NewGuid():N}";

    public override string Provider => "PostgreSql";

    public override string ConnectionString => new NpgsqlConnectionStringBuilder(server) { Database = _name }.ToString();

    protected override IDbAdapter Adapter => DbAdapter.Postgres;

    public override DbConnection Connect() => new NpgsqlConnection(ConnectionString);

    public override Task PrepareAsync() => ExecuteOnServerAsync($"CREATE DATABASE {_name}");

    public override async Task ResetAsync()
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Empty;
        for (var tries = 1; ; tries++)
        {
            try
            {
                await command.ExecuteNonQueryAsync();
                return;
            }
            catch (PostgresException exception) when (tries < 10
                && exception.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.ForeignKeyViolation)
            {
                // What works in the background wrote at the same moment.
            }
        }
    }

    public override async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await ExecuteOnServerAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    private async Task ExecuteOnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
