using Npgsql;
using NpgsqlTypes;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Queries;

namespace Sendra.Infrastructure.Persistence.PostgreSql;

/// <summary>Each column goes as one array, <c>{rows}</c> unnests them, and statements share a round trip.</summary>
/// <param name="beginsWithRows">True to have the planner look up each of the rows; each server of a distributed database plans for itself.</param>
internal sealed class PostgreSqlBulkSession(NpgsqlConnection connection, bool beginsWithRows) : BulkSession
{
    // Taken before anything else, so that waiting for it holds nobody up; shared, it goes along with the first
    // statements, which saves a round trip. The number means Sendra's ingestion.
    private const string LockShared = "SELECT pg_advisory_xact_lock_shared(91597820522049)";
    public const string LockAlone = "SELECT pg_advisory_xact_lock(91597820522049)";

    private readonly Dictionary<(string Sql, bool Locking), string> _texts = [];
    private NpgsqlTransaction? _transaction;
    private bool _lockIsDue;

    public override async Task BeginAsync(bool alone = false, bool goesFirst = false)
    {
        _transaction = await connection.BeginTransactionAsync();
        _lockIsDue = !alone;
        if (alone)
        {
            await using var command = new NpgsqlCommand(LockAlone, connection, _transaction) { CommandTimeout = TimeoutSeconds };
            await command.ExecuteNonQueryAsync();
        }
    }

    public override async Task ReadAsync(bool locking, params IReadOnlyList<RowOperation> operations)
    {
        RowOperation[] reads = [.. ByWorkspace(operations)];
        if (reads.Length == 0)
        {
            return;
        }

        await using var batch = Batch(reads, locking);
        await using var reader = await batch.ExecuteReaderAsync();
        for (var others = batch.BatchCommands.Count - reads.Length; others > 0; others--)
        {
            await reader.NextResultAsync();
        }

        foreach (var read in reads)
        {
            await ReadAllAsync(reader, new DbRowReader(reader, idsAreBytes: false), read.OnRow!);
            await reader.NextResultAsync();
        }
    }

    public override async Task WriteAsync(params IReadOnlyList<RowOperation> operations)
    {
        RowOperation[] writes = [.. ByWorkspace(operations)];
        if (writes.Length == 0)
        {
            return;
        }

        await using var batch = Batch(writes, locking: false);
        await batch.ExecuteNonQueryAsync();
        for (var i = 0; i < writes.Length; i++)
        {
            writes[i].RequireChanged(batch.BatchCommands[^(writes.Length - i)].RecordsAffected);
        }
    }

    public override Task CommitAsync() => _transaction!.CommitAsync();

    public override async Task RollbackAsync()
    {
        if (_transaction is not null)
        {
            try
            {
                await _transaction.DisposeAsync();
            }
            catch (Exception exception) when (exception is NpgsqlException or IOException or InvalidOperationException)
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

    private NpgsqlBatch Batch(RowOperation[] operations, bool locking)
    {
        var batch = new NpgsqlBatch(connection, _transaction) { Timeout = TimeoutSeconds };
        if (_lockIsDue)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(LockShared));
            _lockIsDue = false;
        }

        foreach (var operation in operations)
        {
            var command = new NpgsqlBatchCommand(TextOf(operation, locking));
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = operation.Workspace.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
            for (var column = 0; column < operation.Columns.Count; column++)
            {
                command.Parameters.Add(ArrayOf(operation, column));
            }

            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    private string TextOf(RowOperation operation, bool locking)
    {
        if (!_texts.TryGetValue((operation.Sql, locking), out var text))
        {
            var rows = RowsOf(operation);

            // In key order, so that two nodes never wait for each other in a circle. Foreign keys may still point
            // at the rows meanwhile.
            text = operation.Sql
                .Replace("{workspace}", "$1", StringComparison.Ordinal)
                .Replace("{rows}", rows, StringComparison.Ordinal)
                .Replace("{using}", $"USING {rows}", StringComparison.Ordinal)
                .Replace("{each}", "CROSS JOIN LATERAL", StringComparison.Ordinal)
                .Replace("{top}", "", StringComparison.Ordinal)
                .Replace("{limit}", "LIMIT r.most", StringComparison.Ordinal)
                .Replace("{lock}", locking ? "ORDER BY c.id FOR NO KEY UPDATE OF c" : "", StringComparison.Ordinal);
            _texts.Add((operation.Sql, locking), text);
        }

        return text;
    }

    // The planner takes ten rows for granted, and where the average workspace has fewer than some thirty, it would rather read the
    // whole workspace, however large this one is. A limit that it can't know makes one row of ten, and cuts nothing off.
    private string RowsOf(RowOperation operation)
    {
        var arrays = string.Join(", ", operation.Columns.Select((_, column) => $"${column + 2}"));
        var rows = $"unnest({arrays}) AS r({string.Join(", ", operation.Columns.Select(column => column.Name))})";
        return beginsWithRows ? $"(SELECT * FROM {rows} LIMIT cardinality($2)) AS r" : rows;
    }

    private static NpgsqlParameter ArrayOf(RowOperation operation, int column) => operation.Columns[column].Kind switch
    {
        ColumnKind.Id => Array<Guid?>(operation, column, NpgsqlDbType.Uuid, value => ((IId?)value)?.Value),
        ColumnKind.Text => Array<string?>(operation, column, NpgsqlDbType.Text),
        ColumnKind.Int => Array<int?>(operation, column, NpgsqlDbType.Integer),
        ColumnKind.Long => Array<long?>(operation, column, NpgsqlDbType.Bigint),
        _ => Array<byte[]?>(operation, column, NpgsqlDbType.Bytea),
    };

    private static NpgsqlParameter<T[]> Array<T>(RowOperation operation, int column, NpgsqlDbType type) =>
        Array(operation, column, type, value => (T)value!);

    private static NpgsqlParameter<T[]> Array<T>(RowOperation operation, int column, NpgsqlDbType type, Func<object?, T> read)
    {
        var values = new T[operation.RowCount];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = read(operation.Value(row, column));
        }

        return new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
    }
}
