using Microsoft.Extensions.Logging;
using Npgsql;
using Sendra.Infrastructure.Background;

namespace Sendra.Infrastructure.Persistence.PostgreSql;

/// <summary>
/// Has tables analyzed as soon as they have several times the rows that the planner knows of. Without statistics it believes that a workspace has
/// one row, and reads all of its rows for each row that it looks for. The server's own analyze comes up to a minute later, and plans are
/// kept until then.
/// </summary>
internal sealed partial class TableStatistics(PlannedConnections connections, TimeProvider clock, ILogger<TableStatistics> logger)
    : PeriodicService(TimeSpan.FromSeconds(1), first: TimeSpan.FromSeconds(1), clock)
{
    // Fewer than 200 rows are read in no time.
    private const string SelectOutgrown = """
        SELECT format('%I.%I', s.schemaname, s.relname)
        FROM pg_stat_user_tables s
        JOIN pg_class c ON c.oid = s.relid
        WHERE s.schemaname = current_schema() AND s.n_live_tup > 4 * GREATEST(c.reltuples, 50)
        """;

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        await using var connection = await connections.OpenAsync(stoppingToken);
        foreach (var table in await SelectAsync(connection, stoppingToken))
        {
            await TryAnalyzeAsync(connection, table, stoppingToken);
        }
    }

    // Only plans suffer, and the server analyzes, too.
    protected override void OnFailed(Exception exception) => LogFailed(logger, exception.GetBaseException().Message);

    private static async Task<List<string>> SelectAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(SelectOutgrown, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var tables = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    private async Task TryAnalyzeAsync(NpgsqlConnection connection, string table, CancellationToken cancellationToken)
    {
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using var command = new NpgsqlCommand($"SET LOCAL lock_timeout = '100ms'; ANALYZE {table}", connection, transaction);
            await command.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            LogAnalyzed(logger, table);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            // Whoever has the lock analyzes, vacuums or migrates, and may take long. The other tables don't wait for that.
        }
    }

    [LoggerMessage(LogLevel.Debug, "Had {Table} analyzed, which has grown")]
    private static partial void LogAnalyzed(ILogger logger, string table);

    [LoggerMessage(LogLevel.Debug, "Tables that have grown could not be analyzed: {Problem}")]
    private static partial void LogFailed(ILogger logger, string problem);
}
