using Microsoft.Data.SqlClient;
using Sendra.Infrastructure.Persistence.Bulk;

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
        or SqlException { Number: DuplicateKeyInIndex or DuplicateKey or ForeignKeyViolation or Deadlock or SnapshotConflict };

    // From severity 17 on the server lacks resources, from 20 on the connection is gone. Failures to connect and
    // time-outs come with lower ones, but wrap what the operating system said.
    public bool IsUnavailable(Exception exception) => exception switch
    {
        SqlException failure => failure.IsTransient || failure.Class >= 17 || failure.Number == -2 || failure.InnerException is not null,
        TimeoutException or IOException => true,
        InvalidOperationException => exception.Source == "Microsoft.Data.SqlClient",
        _ => false,
    };
}
