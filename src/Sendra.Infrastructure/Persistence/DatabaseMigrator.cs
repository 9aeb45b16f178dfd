using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.PostgreSql;
using Sendra.Infrastructure.Persistence.SqlServer;

namespace Sendra.Infrastructure.Persistence;

/// <summary>Brings the database to the model's schema at start, one node at a time.</summary>
internal sealed partial class DatabaseMigrator(
    IServiceScopeFactory scopes, DatabaseSettings settings, ILogger<DatabaseMigrator> logger)
{
    /// <summary>Makes the database ready, or says in one line why it can't be used.</summary>
    /// <exception cref="DatabaseUnusableException">The database can't be reached or used.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SendraDbContext>();
            if (settings.Provider == DatabaseProvider.Sqlite)
            {
                await PrepareSqliteAsync(db, cancellationToken);
            }

            var unknown = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(db.Database.GetMigrations(), StringComparer.Ordinal).ToArray();
            if (unknown.Length > 0)
            {
                throw new DatabaseUnusableException(
                    settings.Provider, new InvalidOperationException($"its schema is newer than this program ({unknown[^1]}). Start the release that made it, or a later one."));
            }

            await ApplyAsync(db, await PendingAsync(db, cancellationToken), cancellationToken);
            if (settings.IsDistributed && await DistributedTables.DistributeAsync(db, cancellationToken))
            {
                LogDistributed(logger);
            }

            if (settings.Provider == DatabaseProvider.SqlServer && await SnapshotReads.AreOffAsync(db, cancellationToken))
            {
                LogSnapshotsOff(logger);
            }
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException or TimeoutException
            or RetryLimitExceededException or InvalidOperationException { InnerException: DbException })
        {
            throw new DatabaseUnusableException(settings.Provider, exception);
        }
    }

    // EF holds a lock of the database during each migration, so that a second node waits. Between two of them it lets go,
    // and the second node may get in: then this one finds the next migration done, and goes on with what is left.
    private async Task ApplyAsync(SendraDbContext db, IReadOnlyList<string> pending, CancellationToken cancellationToken)
    {
        while (pending.Count > 0)
        {
            try
            {
                await db.Database.MigrateAsync(cancellationToken);
                LogMigrated(logger, settings.Provider, string.Join(", ", pending));
                return;
            }
            catch (DbException)
            {
                var left = await PendingAsync(db, cancellationToken);
                if (left.Count == pending.Count)
                {
                    throw;
                }

                pending = left;
            }
        }
    }

    private static async Task<IReadOnlyList<string>> PendingAsync(SendraDbContext db, CancellationToken cancellationToken) =>
        [.. await db.Database.GetPendingMigrationsAsync(cancellationToken)];

    // The journal mode is a property of the file. EF's migration lock is a row that a killed process leaves behind;
    // SQLite serves one node, so whoever starts may clear it.
    private static async Task PrepareSqliteAsync(SendraDbContext db, CancellationToken cancellationToken)
    {
        var source = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (Path.GetDirectoryName(source) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);

        // Queries are written for the plans that SQLite makes without statistics. Nobody renews those of an ANALYZE, and
        // what they say of a young database misleads it when it has grown.
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS sqlite_stat1; DROP TABLE IF EXISTS sqlite_stat4", cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "READ_COMMITTED_SNAPSHOT is off in this database, so readers and writers wait for each other; ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON switches it on")]
    private static partial void LogSnapshotsOff(ILogger logger);

    [LoggerMessage(LogLevel.Information, "Spread the tables over the servers of the distributed database")]
    private static partial void LogDistributed(ILogger logger);

    [LoggerMessage(LogLevel.Information, "Migrated the {Provider} database: {Migrations}")]
    private static partial void LogMigrated(ILogger logger, DatabaseProvider provider, string migrations);
}
