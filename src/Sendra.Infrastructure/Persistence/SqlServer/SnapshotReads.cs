using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Sendra.Infrastructure.Persistence.SqlServer;

/// <summary>READ_COMMITTED_SNAPSHOT, by which readers see the last commit instead of waiting for writers. Azure SQL has it on, a database made elsewhere off.</summary>
internal static class SnapshotReads
{
    /// <summary>True when the database says that they are off.</summary>
    public static async Task<bool> AreOffAsync(SendraDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            return await db.Database
                .SqlQueryRaw<bool>("SELECT is_read_committed_snapshot_on AS Value FROM sys.databases WHERE database_id = DB_ID()")
                .ToListAsync(cancellationToken) is [false];
        }
        catch (SqlException)
        {
            // A compatible server that can't say so works in its own way.
            return false;
        }
    }
}
