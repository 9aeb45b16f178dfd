using Microsoft.Data.SqlClient;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Databases;

namespace Sendra.Infrastructure.Persistence.SqlServer;

/// <summary>Ingestion on SQL Server and servers compatible with it.</summary>
internal sealed class SqlServerBulkDatabase(DatabaseSettings settings) : IBulkDatabase
{
    private const int DuplicateKeyInIndex = 2601;
    private const int DuplicateKey = 2627;
    private const int ForeignKeyViolation = 547;
    private const int Deadlock = 1205;
    private const int SnapshotConflict = 3960;

    // While one writer waits for the disk, the other decides.
    public int Writers => 2;

    public bool IsInProcess => false;

    public async Task<BulkSession> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return new SqlServerBulkSession(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public bool IsLostRace(Exception exception) => exception is LostRaceException
        or SqlException { Number: DuplicateKeyInIndex or DuplicateKey or ForeignKeyViolation or Deadlock or SnapshotConflict or SqlServerLocks.Refused };
}
