using Microsoft.Data.Sqlite;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Persistence.Sqlite;

/// <summary>
/// SQLite lives in this process, so the fastest way over a set of rows is one prepared statement, run row by row;
/// <c>{rows}</c> is a table of one row.
/// </summary>
internal sealed class SqliteBulkSession(SqliteConnection connection, SqliteWriteGate gate) : BulkSession
{
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);
    private SqliteTransaction? _transaction;

    // On SQLite every writer is alone.
    public override async Task BeginAsync(bool alone = false)
    {
        await gate.EnterAsync(CancellationToken.None);
        try
        {
            _transaction = connection.BeginTransaction(deferred: false);
        }
        catch
        {
            gate.Leave();
            throw;
        }
    }

    // The transaction was begun for writing, which on SQLite locks everything there is.
    public override async Task ReadAsync(bool locking, params IReadOnlyList<RowOperation> operations)
    {
        foreach (var operation in WithRows(operations))
        {
            var command = Prepare(operation);
            for (var row = 0; row < operation.RowCount; row++)
            {
                Bind(command, operation, row);
                await using var reader = command.ExecuteReader();
                await ReadAllAsync(reader, new RowReader(reader, idsAreBytes: true), operation.OnRow!);
            }
        }
    }

    public override Task WriteAsync(params IReadOnlyList<RowOperation> operations)
    {
        foreach (var operation in WithRows(operations))
        {
            var command = Prepare(operation);
            var changed = 0;
            for (var row = 0; row < operation.RowCount; row++)
            {
                Bind(command, operation, row);
                changed += command.ExecuteNonQuery();
            }

            operation.RequireChanged(changed);
        }

        return Task.CompletedTask;
    }

    public override Task CommitAsync()
    {
        _transaction!.Commit();
        EndTransaction();
        return Task.CompletedTask;
    }

    public override Task RollbackAsync()
    {
        if (_transaction is not null)
        {
            EndTransaction();
        }

        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await RollbackAsync();
        foreach (var command in _commands.Values)
        {
            await command.DisposeAsync();
        }

        await connection.DisposeAsync();
    }

    // Disposing rolls back what was not committed.
    private void EndTransaction()
    {
        try
        {
            _transaction!.Dispose();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself already, as it does when the disk is full.
        }
        finally
        {
            _transaction = null;
            gate.Leave();
        }
    }

    private SqliteCommand Prepare(RowOperation operation)
    {
        if (!_commands.TryGetValue(operation.Sql, out var command))
        {
            var columns = Enumerable.Range(0, operation.ColumnCount)
                .Select(column => $"@p{column} AS {operation.ColumnName(column)}");
            command = connection.CreateCommand();
            command.CommandText = operation.Sql
                .Replace("{rows}", $"(SELECT {string.Join(", ", columns)}) AS r", StringComparison.Ordinal)
                .Replace("{lock}", "", StringComparison.Ordinal);
            command.CommandTimeout = TimeoutSeconds;
            for (var column = 0; column < operation.ColumnCount; column++)
            {
                command.Parameters.Add($"@p{column}", TypeOf(operation.ColumnKind(column)));
            }

            _commands.Add(operation.Sql, command);
        }

        command.Transaction = _transaction;
        return command;
    }

    private static void Bind(SqliteCommand command, RowOperation operation, int row)
    {
        for (var column = 0; column < operation.ColumnCount; column++)
        {
            command.Parameters[column].Value = operation.Value(row, column) switch
            {
                null => DBNull.Value,
                Guid id => id.ToByteArray(bigEndian: true),
                var value => value,
            };
        }
    }

    private static SqliteType TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Id or ColumnKind.Bytes => SqliteType.Blob,
        ColumnKind.Text => SqliteType.Text,
        _ => SqliteType.Integer,
    };
}
