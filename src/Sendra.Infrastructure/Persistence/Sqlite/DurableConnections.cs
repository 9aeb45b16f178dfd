using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sendra.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Makes every connection wait for the disk at each commit, so that a 2xx survives a power cut (E6). It is what the
/// bundled library does by itself, but a promise should not hang on how a library was compiled.
/// </summary>
internal sealed class DurableConnections : DbConnectionInterceptor
{
    // Committed pages are copied to the file by SqliteCheckpoints.
    private static readonly string Settings = $"PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = {SqliteCheckpoints.MaxPages}";

    public static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }
}
