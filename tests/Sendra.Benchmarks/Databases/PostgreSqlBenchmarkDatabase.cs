using System.Data.Common;
using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;
using Sendra.Benchmarks.Limit;

namespace Sendra.Benchmarks.Databases;

/// <summary>A database on a PostgreSQL server, with the server's own settings.</summary>
internal sealed class PostgreSqlBenchmarkDatabase(string connectionString) : BenchmarkDatabase(
    new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 50, AutoPrepareMinUsages = 2, IncludeErrorDetail = true }.ToString())
{
    // While one waits for the disk, the other works.
    private const int Connections = 2;

    // Tables that were empty when a statement was planned would be read whole for long.
    private const string PlanByIndex = "SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan";

    public override string Provider => "PostgreSql";

    public override async Task<DbConnection> OpenAsync() => await OpenNpgsqlAsync();

    public override async Task<ILimitStore[]> OpenLimitStoresAsync(LimitRules rules)
    {
        var stores = new List<ILimitStore>();
        for (var number = 0; number < Connections; number++)
        {
            var connection = await OpenNpgsqlAsync();
            await using var command = new NpgsqlCommand(PlanByIndex, connection);
            await command.ExecuteNonQueryAsync();
            stores.Add(new PostgreSqlLimitStore(connection, rules));
        }

        return [.. stores];
    }

    public override async Task<double> InsertBareAsync(Guid workspaceId, int rows)
    {
        var groups = BareRow.Make(await ContactIdsAsync(), rows).Chunk(BareRow.PerTransaction).ToArray();
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async connection =>
            await InsertAsync(workspaceId, groups.Where((_, index) => index % Connections == connection))));
        return rows / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public override async Task<double> CarryBareAsync(int runs)
    {
        var workspace = await WorkspaceIdAsync();
        await using var connection = await OpenNpgsqlAsync();
        var started = Stopwatch.GetTimestamp();
        for (var carried = 0; carried < runs;)
        {
            await using var command = new NpgsqlCommand(
                """
                WITH due AS (
                    SELECT id, contact_id FROM enrollments WHERE workspace_id = $1 AND due_at < $2 ORDER BY due_at DESC, id DESC LIMIT 256 FOR UPDATE SKIP LOCKED),
                moved AS (
                    UPDATE enrollments e SET step_id = 'rest', visit_number = 4, entered_at = 1, due_at = $2 FROM due
                    WHERE e.workspace_id = $1 AND e.id = due.id),
                changed AS (UPDATE contacts c SET first_name = 'Awake' FROM due WHERE c.workspace_id = $1 AND c.id = due.contact_id)
                INSERT INTO visits (workspace_id, enrollment_id, ordinal, version, step_id, entered_at, left_at, outcome)
                SELECT $1, due.id, ordinal, 1, 'sleep', 1, 1, 1 FROM due CROSS JOIN generate_series(1001, 1003) AS ordinal
                """,
                connection);
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = workspace });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = Never });
            var inserted = await command.ExecuteNonQueryAsync();
            carried += inserted > 0 ? inserted / 3 : throw new InvalidOperationException("Too few runs wait.");
        }

        return runs / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public override async Task BulkAsync(string table, string[] columns, IEnumerable<object?[]> rows)
    {
        await using var connection = await OpenNpgsqlAsync();
        await using var import = await connection.BeginBinaryImportAsync($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)");
        import.Timeout = TimeSpan.Zero;
        foreach (var row in rows)
        {
            await import.WriteRowAsync(CancellationToken.None, row);
        }

        await import.CompleteAsync();
    }

    public override Task TakeStatisticsAsync() => ExecuteAsync("ANALYZE");

    public override async Task SettleAsync()
    {
        await ExecuteAsync("VACUUM (ANALYZE)");
        await ExecuteAsync("CHECKPOINT");
    }

    public override string Literal(Guid id) => $"'{id}'::uuid";

    // There is no min(uuid) before PostgreSQL 18.
    public override Guid Id(DbDataReader reader, int column) => reader.GetGuid(column);

    private async Task InsertAsync(Guid workspaceId, IEnumerable<BareRow[]> groups)
    {
        await using var connection = await OpenNpgsqlAsync();
        foreach (var group in groups)
        {
            await using var command = new NpgsqlCommand(
                BareRow.Insert + " SELECT r.id, $1, r.contact_id, $4, $5, 1, 0, 1, $6 FROM unnest($2, $3) AS r(id, contact_id)", connection);
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = workspaceId });
            command.Parameters.Add(Ids(Array.ConvertAll(group, row => row.Id)));
            command.Parameters.Add(Ids(Array.ConvertAll(group, row => row.ContactId)));
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = BareRow.EventName });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = BareRow.Properties });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = BareRow.Decisions });
            await command.ExecuteNonQueryAsync();
        }
    }

    private static NpgsqlParameter<Guid[]> Ids(Guid[] ids) =>
        new NpgsqlParameter<Guid[]> { TypedValue = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid };

    private async Task<NpgsqlConnection> OpenNpgsqlAsync()
    {
        var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
