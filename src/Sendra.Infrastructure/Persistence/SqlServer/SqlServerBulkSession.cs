using System.Data;
using Microsoft.Data.SqlClient;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Queries;

namespace Sendra.Infrastructure.Persistence.SqlServer;

/// <summary>Statements share a round trip, each with its own plan.</summary>
internal sealed class SqlServerBulkSession(SqlConnection connection) : BulkSession
{
    private SqlTransaction? _transaction;

    // Who else may write meanwhile. Taken before anything else, so that waiting for it holds nobody up, and along with the
    // first statements, which saves a round trip.
    private string? _dueLock;

    public override async Task BeginAsync(bool alone = false, bool goesFirst = false)
    {
        _transaction = (SqlTransaction)await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        _dueLock = alone ? SqlServerLocks.Alone : SqlServerLocks.Shared;
    }

    public override async Task ReadAsync(bool locking, params IReadOnlyList<RowOperation> operations)
    {
        await using var batch = Batch();
        var readers = new List<Action<RowReader>?>();
        foreach (var operation in ByWorkspace(operations))
        {
            foreach (var (first, count) in SqlServerStatement.Chunks(operation))
            {
                if (locking && operation.Sql.Contains("{lock}", StringComparison.Ordinal))
                {
                    batch.BatchCommands.Add(SqlServerStatement.Make(SqlServerLocks.ContactsInOrder, operation, first, count));
                    readers.Add(null);
                    batch.BatchCommands.Add(SqlServerStatement.Make(SqlServerLocks.ContactsByUpdate, operation, first, count));
                }

                batch.BatchCommands.Add(SqlServerStatement.Make(operation.Sql, operation, first, count));
                readers.Add(operation.OnRow);
            }
        }

        if (readers.Count > 0)
        {
            await ReadAsync(batch, readers);
        }
    }

    public override async Task WriteAsync(params IReadOnlyList<RowOperation> operations)
    {
        RowOperation[] writes = [.. ByWorkspace(operations)];
        if (writes.Length == 0)
        {
            return;
        }

        await using var batch = Batch();
        var commands = Array.ConvertAll(writes, operation => SqlServerStatement.Chunks(operation)
            .Select(chunk => SqlServerStatement.Make(SqlServerStatement.InTransaction(operation.Sql), operation, chunk.First, chunk.Count))
            .ToArray());
        foreach (var command in commands.SelectMany(chunks => chunks))
        {
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync();
        foreach (var (operation, chunks) in writes.Zip(commands))
        {
            operation.RequireChanged(chunks.Sum(chunk => chunk.RecordsAffected));
        }
    }

    public override async Task CommitAsync() => await _transaction!.CommitAsync();

    public override async Task RollbackAsync()
    {
        _dueLock = null;
        if (_transaction is not null)
        {
            try
            {
                await _transaction.DisposeAsync();
            }
            catch (Exception exception) when (exception is SqlException or InvalidOperationException or IOException)
            {
                // The connection is gone, and the transaction with it.
            }

            _transaction = null;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await RollbackAsync();
        await connection.DisposeAsync();
    }

    // One result for each reader, in order. To the very end, where an error of the last statement shows.
    private static async Task ReadAsync(SqlBatch batch, List<Action<RowReader>?> readers)
    {
        await using var reader = await batch.ExecuteReaderAsync();
        var row = new DbRowReader(reader, idsAreBytes: true);
        foreach (var onRow in readers)
        {
            if (onRow is not null)
            {
                await ReadAllAsync(reader, row, onRow);
            }

            await reader.NextResultAsync();
        }
    }

    private SqlBatch Batch()
    {
        var batch = new SqlBatch(connection, _transaction) { Timeout = TimeoutSeconds };
        if (_dueLock is not null)
        {
            batch.BatchCommands.Add(new SqlBatchCommand(_dueLock));
            _dueLock = null;
        }

        return batch;
    }
}
