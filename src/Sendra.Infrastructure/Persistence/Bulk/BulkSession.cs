using System.Data.Common;
using Sendra.Infrastructure.Persistence.Queries;

namespace Sendra.Infrastructure.Persistence.Bulk;

/// <summary>
/// A connection that runs <see cref="RowOperation"/>s, several in one round trip where the database can. Not
/// thread-safe: one writer, one session.
/// </summary>
internal abstract class BulkSession : IAsyncDisposable
{
    /// <summary>
    /// How long a statement may take, in seconds. Ingestion's are short; a longer one means that the database hangs.
    /// </summary>
    protected const int TimeoutSeconds = 15;

    /// <summary>Begins a transaction that may write.</summary>
    /// <param name="alone">
    /// True to let no other writer of any node in meanwhile: whoever lost a race before can't lose the next one. Others
    /// share.
    /// </param>
    /// <param name="goesFirst">True to go before the node's other writers where only one can write at a time.</param>
    public abstract Task BeginAsync(bool alone = false, bool goesFirst = false);

    /// <summary>Reads, in order.</summary>
    /// <param name="locking">True to hold the rows of <c>c</c> against other writers until the transaction ends.</param>
    /// <param name="operations">What to read.</param>
    public abstract Task ReadAsync(bool locking, params IReadOnlyList<RowOperation> operations);

    /// <summary>Writes, in order.</summary>
    /// <param name="operations">What to write; those without rows are left out.</param>
    /// <exception cref="LostRaceException">A row was not as it was read.</exception>
    public abstract Task WriteAsync(params IReadOnlyList<RowOperation> operations);

    /// <summary>Makes everything durable.</summary>
    public abstract Task CommitAsync();

    /// <summary>Takes everything back; never fails, since a broken connection takes it back too.</summary>
    public abstract Task RollbackAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>One operation for each workspace; those without rows are left out.</summary>
    protected static IEnumerable<RowOperation> ByWorkspace(IReadOnlyList<RowOperation> operations) =>
        operations.Where(operation => operation.RowCount > 0).SelectMany(operation => operation.ByWorkspace());

    protected static async Task ReadAllAsync(DbDataReader reader, RowReader rows, Action<RowReader> onRow)
    {
        while (await reader.ReadAsync())
        {
            onRow(rows);
        }
    }
}
