using Npgsql;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Persistence.PostgreSql;

/// <summary>Ingestion on PostgreSQL.</summary>
internal sealed class PostgreSqlBulkDatabase(DatabaseSettings settings) : IBulkDatabase
{
    // Every statement looks rows up by key. On a fresh database the planner, which still believes the tables to be
    // empty, would read them whole and keep that plan while they grow.
    private const string PlanByIndex = """
        SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET plan_cache_mode = force_generic_plan
        """;

    // While one writer waits for the disk, the other decides.
    public int Writers => 2;

    public async Task<BulkSession> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand(PlanByIndex, connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
            return new PostgreSqlBulkSession(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

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
