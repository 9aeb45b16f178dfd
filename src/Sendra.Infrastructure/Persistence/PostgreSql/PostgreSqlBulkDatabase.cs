using Npgsql;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Databases;

namespace Sendra.Infrastructure.Persistence.PostgreSql;

/// <summary>Ingestion on PostgreSQL.</summary>
internal sealed class PostgreSqlBulkDatabase(PlannedConnections connections, DatabaseSettings settings) : IBulkDatabase
{
    // While one writer waits for the disk, the other decides.
    public int Writers => 2;

    public bool IsInProcess => false;

    public async Task<BulkSession> OpenAsync(CancellationToken cancellationToken) =>
        new PostgreSqlBulkSession(await connections.OpenAsync(cancellationToken), beginsWithRows: !settings.IsDistributed);

    public bool IsLostRace(Exception exception) => exception is LostRaceException
        or PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation
                or PostgresErrorCodes.ForeignKeyViolation
                or PostgresErrorCodes.RestrictViolation
                or PostgresErrorCodes.DeadlockDetected
                or PostgresErrorCodes.SerializationFailure,
    };
}
