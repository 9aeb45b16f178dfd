using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Sendra.Benchmarks.Limit;

namespace Sendra.Benchmarks.Databases;

/// <summary>A SQLite file, as durable as Sendra has it: WAL, which stays with the file, and synchronous=FULL.</summary>
internal sealed class SqliteBenchmarkDatabase(string connectionString) : BenchmarkDatabase(
    new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true }.ToString())
{
    public override string Provider => "Sqlite";

    public override async Task<DbConnection> OpenAsync() => await OpenSqliteAsync();

    public override async Task<ILimitStore[]> OpenLimitStoresAsync(LimitRules rules) =>
        [new SqliteLimitStore(await OpenSqliteAsync(), rules)];

    public override async Task<double> InsertBareAsync(Guid workspaceId, int rows)
    {
        await using var connection = await OpenSqliteAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = BareRow.Insert + " VALUES (@p0, @p1, @p2, @p3, @p4, 1, 0, 1, @p5)";
        for (var number = 0; number < 6; number++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{number}" });
        }

        var made = BareRow.Make(await ContactIdsAsync(), rows);
        var started = Stopwatch.GetTimestamp();
        foreach (var group in made.Chunk(BareRow.PerTransaction))
        {
            await using var transaction = connection.BeginTransaction(deferred: false);
            command.Transaction = transaction;
            foreach (var row in group)
            {
                command.Parameters[0].Value = row.Id.ToByteArray(bigEndian: true);
                command.Parameters[1].Value = workspaceId.ToByteArray(bigEndian: true);
                command.Parameters[2].Value = row.ContactId.ToByteArray(bigEndian: true);
                command.Parameters[3].Value = BareRow.EventName;
                command.Parameters[4].Value = BareRow.Properties;
                command.Parameters[5].Value = BareRow.Decisions;
                command.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return rows / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public override async Task<double> CarryBareAsync(int runs)
    {
        var workspace = (await WorkspaceIdAsync()).ToByteArray(bigEndian: true);
        await using var connection = await OpenSqliteAsync();
        await using var claim = Prepare("SELECT id, contact_id FROM enrollments WHERE workspace_id = @p0 AND due_at IS NOT NULL AND due_at < @p1 ORDER BY due_at DESC, id DESC LIMIT 256", 2);
        await using var move = Prepare("UPDATE enrollments SET step_id = 'rest', visit_number = 4, entered_at = @p1, due_at = @p1 WHERE workspace_id = @p0 AND id = @p2", 3);
        await using var change = Prepare("UPDATE contacts SET first_name = 'Awake' WHERE workspace_id = @p0 AND id = @p1", 2);
        await using var visit = Prepare(
            "INSERT INTO visits (workspace_id, enrollment_id, ordinal, version, step_id, entered_at, left_at, outcome) VALUES (@p0, @p1, @p2, 1, 'sleep', @p3, @p3, 1)", 4);
        var started = Stopwatch.GetTimestamp();
        for (var carried = 0; carried < runs;)
        {
            await using var transaction = connection.BeginTransaction(deferred: false);
            var claimed = new List<(object Run, object Contact)>();
            using (var reader = Bind(claim, transaction, workspace, Never).ExecuteReader())
            {
                while (reader.Read())
                {
                    claimed.Add((reader.GetValue(0), reader.GetValue(1)));
                }
            }

            foreach (var (run, contact) in claimed)
            {
                Bind(move, transaction, workspace, Never, run).ExecuteNonQuery();
                Bind(change, transaction, workspace, contact).ExecuteNonQuery();
                for (var ordinal = 1001; ordinal <= 1003; ordinal++)
                {
                    Bind(visit, transaction, workspace, run, ordinal, 1L).ExecuteNonQuery();
                }
            }

            transaction.Commit();
            carried += claimed.Count > 0 ? claimed.Count : throw new InvalidOperationException("Too few runs wait.");
        }

        return runs / Stopwatch.GetElapsedTime(started).TotalSeconds;

        SqliteCommand Prepare(string sql, int parameters)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            command.Parameters.AddRange(Enumerable.Range(0, parameters).Select(number => new SqliteParameter { ParameterName = $"@p{number}" }));
            return command;
        }

        static SqliteCommand Bind(SqliteCommand command, SqliteTransaction transaction, params ReadOnlySpan<object> values)
        {
            command.Transaction = transaction;
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters[i].Value = values[i];
            }

            return command;
        }
    }

    public override async Task BulkAsync(string table, string[] columns, IEnumerable<object?[]> rows)
    {
        await using var connection = await OpenSqliteAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -1000000";
        command.ExecuteNonQuery();
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => "@" + column))})";
        command.Parameters.AddRange(columns.Select(column => new SqliteParameter { ParameterName = "@" + column }));
        foreach (var part in rows.Chunk(100_000))
        {
            await using var transaction = connection.BeginTransaction();
            command.Transaction = transaction;
            foreach (var row in part)
            {
                for (var i = 0; i < row.Length; i++)
                {
                    command.Parameters[i].Value = row[i] is Guid id ? id.ToByteArray(bigEndian: true) : row[i] ?? DBNull.Value;
                }

                command.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        // What comes next shall neither pay for it nor get its settings.
        command.Transaction = null;
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.Parameters.Clear();
        command.ExecuteNonQuery();
        SqliteConnection.ClearPool(connection);
    }

    // Nobody does it; and connections that were opened meanwhile would plan for a small database ever after.
    public override Task TakeStatisticsAsync() => Task.CompletedTask;

    // Statistics would mislead its planner here, too.
    public override Task SettleAsync() => ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");

    public override string Literal(Guid id) => $"X'{id:N}'";

    public override Guid Id(DbDataReader reader, int column) => new(reader.GetFieldValue<byte[]>(column), bigEndian: true);

    private async Task<SqliteConnection> OpenSqliteAsync()
    {
        var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync();
        await using var durable = connection.CreateCommand();
        durable.CommandText = "PRAGMA synchronous = FULL";
        durable.ExecuteNonQuery();
        return connection;
    }
}
