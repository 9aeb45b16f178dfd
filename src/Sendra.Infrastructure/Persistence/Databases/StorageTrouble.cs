using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Sendra.Infrastructure.Persistence.Databases;

/// <summary>Tells a database that can't be reached from a mistake of ours.</summary>
public static class StorageTrouble
{
    // Busy, locked, read-only, I/O error, disk full, can't open: the file or the disk under it is in trouble.
    private static readonly int[] SqliteTrouble = [5, 6, 8, 10, 13, 14];

    // Classes of PostgreSQL's codes: resources (a full disk), the system (files), and the server's own failures, such as a
    // file that it makes for each new connection and has no room for.
    private static readonly string[] PostgreSqlTrouble = ["53", "58", "XX"];

    // What SQL Server answers while a database changes over to another server, starts, is restored or moved, or has no
    // room. A login is refused (18456) as long as its database is away.
    private static readonly int[] SqlServerTrouble =
    [
        921, 922, 926, 927, 942, 952, 976, 978, 983, 3906, 4060, 4221, 18456,
        40197, 40501, 40613, 49918, 49919, 49920, // of Azure
        -2, // a time-out
        1205, 3960, // the victim of a deadlock or of a snapshot's conflict, which SqlClient does not call transient
    ];

    // A server that only reads, as a standby does, and a statement that its own limit of time ended.
    private static readonly string[] PostgreSqlTroubleCodes = ["25006", CancelledStatement];

    private const string CancelledStatement = "57014";

    /// <summary>True when the same request may succeed later, unchanged.</summary>
    /// <param name="exception">What the data access threw.</param>
    public static bool IsUnavailable(Exception exception) => exception switch
    {
        RetryLimitExceededException => true,
        DbUpdateConcurrencyException => false,
        DbUpdateException or InvalidOperationException or CryptographicException when exception.InnerException is { } cause => IsUnavailable(cause),
        SqliteException failure => SqliteTrouble.Contains(failure.SqliteErrorCode),

        // A PostgresException is the server's word; any other NpgsqlException means that the connection broke.
        PostgresException refused => refused.IsTransient || PostgreSqlTrouble.Contains(refused.SqlState[..2]) || PostgreSqlTroubleCodes.Contains(refused.SqlState),
        NpgsqlException => true,

        // From severity 17 on the server lacks resources, from 20 on the connection is gone.
        SqlException failure => failure.IsTransient || failure.Class >= 17 || SqlServerTrouble.Contains(failure.Number) || failure.InnerException is not null,
        DbException failure => failure.IsTransient,

        // No connection of the pool became free in time, or the one in hand broke.
        InvalidOperationException { Source: "Microsoft.Data.SqlClient" or "Npgsql" } => true,

        // Npgsql 10 trips over its own state when a connection turns out to be broken just as a statement is prepared on it.
        NullReferenceException { Source: "Npgsql" } => true,
        _ => false,
    };

    /// <summary>True when a query was given up because it took too long, and not because the database was away.</summary>
    /// <param name="exception">What the data access threw.</param>
    public static bool TookTooLong(Exception exception) => exception is SqlException { Number: -2 } or PostgresException { SqlState: CancelledStatement } or { InnerException: TimeoutException };
}
