using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sendra.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Makes every connection wait for the disk at each commit, so that a 2xx survives a power cut (E6). It is what the
/// bundled library does by itself, but a promise should not hang on how a library was compiled.
/// </summary>
internal sealed class DurableConnections : DbConnectionInterceptor
{
    public static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL";
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }
}
