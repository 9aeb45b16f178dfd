using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Databases;

namespace Sendra.Infrastructure.Persistence.Replicas;

/// <summary>Reads by ingestion's statements: the replica where it may be, and the database itself else.</summary>
/// <param name="database">The database.</param>
/// <param name="copy">The replica, where there is one.</param>
internal sealed class BulkReader(IBulkDatabase database, IBulkDatabase? copy, ReadReplica replica)
{
    /// <param name="mayReadReplica">False to read the database.</param>
    public async Task<T> ReadAsync<T>(bool mayReadReplica, Func<BulkSession, Task<T>> read, CancellationToken cancellationToken)
    {
        if (copy is not null && mayReadReplica && replica.AsOf is not null)
        {
            try
            {
                return await ReadAsync(copy, read, cancellationToken);
            }
            catch (Exception exception) when (StorageTrouble.IsUnavailable(exception) && !StorageTrouble.TookTooLong(exception))
            {
                replica.Lost();
            }
        }

        return await ReadAsync(database, read, cancellationToken);
    }

    private static async Task<T> ReadAsync<T>(IBulkDatabase from, Func<BulkSession, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var session = await from.OpenAsync(cancellationToken);
        return await read(session);
    }
}
