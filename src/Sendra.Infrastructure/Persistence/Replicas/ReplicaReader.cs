using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.Queries;

namespace Sendra.Infrastructure.Persistence.Replicas;

/// <summary>Reads the replica, and the database itself when the replica can't be read.</summary>
internal sealed class ReplicaReader(SqlReader copy, ISqlReader database, ReadReplica replica) : ISqlReader, IDisposable
{
    public async Task<List<T>> ReadAsync<T>(Sql query, Func<RowReader, T> read, CancellationToken cancellationToken)
    {
        if (replica.AsOf is null)
        {
            return await database.ReadAsync(query, read, cancellationToken);
        }

        try
        {
            return await copy.ReadAsync(query, read, cancellationToken);
        }
        catch (Exception exception) when (StorageTrouble.IsUnavailable(exception) && !StorageTrouble.TookTooLong(exception))
        {
            replica.Lost();
            return await database.ReadAsync(query, read, cancellationToken);
        }
    }

    public void Dispose() => copy.Dispose();
}
