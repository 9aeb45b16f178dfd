using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sendra.Infrastructure.Persistence.Converters;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Clocks;

/// <summary>Asks the server; SQLite has no clock but the system's.</summary>
internal sealed class DatabaseTime(
    DatabaseSettings settings, WorkspaceDbContexts contexts, [FromKeyedServices(NodeClock.Machine)] TimeProvider system) : IDatabaseTime
{
    private const string PostgreSql = "SELECT (EXTRACT(EPOCH FROM clock_timestamp()) * 1000000)::bigint";
    private const string SqlServer = "SELECT DATEDIFF_BIG(MICROSECOND, '19700101', SYSUTCDATETIME())";

    public async Task<ClockReading> ReadAsync(CancellationToken cancellationToken)
    {
        if (settings.Provider == DatabaseProvider.Sqlite)
        {
            return new ClockReading(system.GetUtcNow(), system.GetTimestamp(), TimeSpan.Zero);
        }

        await using var db = contexts.For(default);
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = settings.Provider == DatabaseProvider.PostgreSql ? PostgreSql : SqlServer;
        var asked = system.GetTimestamp();
        var microseconds = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        var half = system.GetElapsedTime(asked) / 2;
        return new ClockReading(UnixMicrosecondsConverter.ToTime(microseconds) + half, system.GetTimestamp(), half);
    }
}
