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
        command.CommandText = BareRow.Insert + " VALUES (@p0, @p1, @p2, @p3, @p4, 1, 0, @p5)";
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

    // Nor this; but the bare SQL shall be planned by what is there.
    public override Task SettleAsync() => ExecuteAsync("ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)");

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
