using Microsoft.Data.Sqlite;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Databases;
using SQLitePCL;

namespace Sendra.Infrastructure.Persistence.Sqlite;

/// <summary>Ingestion on SQLite, which has one writer at a time.</summary>
internal sealed class SqliteBulkDatabase(DatabaseSettings settings, SqliteWriteGate gate, SqliteCheckpoints checkpoints) : IBulkDatabase
{
    // So long another program may keep the file to itself, as a VACUUM does, before senders are told to come back.
    private const int BusySeconds = 3;

    private const int PrimaryKeyViolation = 1555;
    private const int UniqueViolation = 2067;
    private const int ForeignKeyViolation = 787;
    private const int RestrictViolation = 1811;

    public int Writers => 1;

    public bool IsInProcess => true;

    public async Task<BulkSession> OpenAsync(CancellationToken cancellationToken)
    {
        // Not from the pool, to which it would return with its settings.
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(settings.ConnectionString) { Pooling = false, DefaultTimeout = BusySeconds }.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            DurableConnections.Apply(connection);
            Settle(connection);
            return new SqliteBulkSession(connection, gate, checkpoints);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // Room in memory for the upper pages of every index of a large log. And statements keep their plan: SQLite would make a new one each time
    // a LIMIT is bound, once per row.
    private static void Settle(SqliteConnection connection)
    {
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _), connection.Handle);
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA busy_timeout = {BusySeconds * 1_000}; PRAGMA cache_size = -32768";
        command.ExecuteNonQuery();
    }

    public bool IsLostRace(Exception exception) => exception is LostRaceException
        or SqliteException { SqliteExtendedErrorCode: PrimaryKeyViolation or UniqueViolation or ForeignKeyViolation or RestrictViolation };
}
