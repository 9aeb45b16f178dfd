using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Persistence.Sqlite;

/// <summary>
/// SQLite lives in this process, so the fastest way over a set of rows is one prepared statement, run row by row. One row
/// needs no table: its columns are the statement's parameters, and <c>{rows}</c> is left out.
/// </summary>
internal sealed partial class SqliteBulkSession(SqliteConnection connection, SqliteWriteGate gate, SqliteCheckpoints checkpoints) : BulkSession
{
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);
    private SqliteTransaction? _transaction;

    // On SQLite every writer is alone.
    public override async Task BeginAsync(bool alone = false, bool goesFirst = false)
    {
        await gate.EnterAsync(goesFirst, CancellationToken.None);
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
    public override Task ReadAsync(bool locking, params IReadOnlyList<RowOperation> operations) => WriteAsync(operations);

    public override Task WriteAsync(params IReadOnlyList<RowOperation> operations)
    {
        foreach (var operation in ByWorkspace(operations))
        {
            var statement = Prepare(operation);
            var changed = 0;
            for (var row = 0; row < operation.RowCount; row++)
            {
                changed += statement.Run(operation, row);
            }

            operation.RequireChanged(changed);
        }

        return Task.CompletedTask;
    }

    public override Task CommitAsync()
    {
        _transaction!.Commit();
        checkpoints.Count(connection);
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
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
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

    private SqliteStatement Prepare(RowOperation operation)
    {
        if (!_statements.TryGetValue(operation.Sql, out var statement))
        {
            statement = new SqliteStatement(
                connection.Handle!, TextFor(operation.Sql), operation.Columns.Select(column => column.Name));
            _statements.Add(operation.Sql, statement);
        }

        return statement;
    }

    // Not only shorter: around a statement that could touch several rows SQLite keeps a journal of its own, so that it
    // can take back half of it.
    private static string TextFor(string sql)
    {
        var text = sql.Replace("{workspace}", SqliteStatement.Workspace, StringComparison.Ordinal)
            .Replace("{lock}", "", StringComparison.Ordinal).Replace("{using}", "", StringComparison.Ordinal);
        text = InsertOfRows().Replace(text, "$1 VALUES ($2)");
        text = SelectOfEachRow().Replace(text, "FROM").Replace("{top}", "", StringComparison.Ordinal).Replace("{limit}", "LIMIT r.most", StringComparison.Ordinal);
        text = JoinByWorkspace().Replace(text, "FROM $1 WHERE").Replace("FROM {rows}", "", StringComparison.Ordinal);
        return ColumnOfRow().Replace(text, "@$1");
    }

    [GeneratedRegex(@"^(INSERT INTO [^)]+\))\s+SELECT (.+)\s+FROM \{rows\}\s*$", RegexOptions.Singleline)]
    private static partial Regex InsertOfRows();

    [GeneratedRegex(@"FROM \{rows\}\s+JOIN (\w+ \w+) ON")]
    private static partial Regex JoinByWorkspace();

    [GeneratedRegex(@"FROM \{rows\}\s+\{each\}")]
    private static partial Regex SelectOfEachRow();

    [GeneratedRegex(@"\br\.(\w+)")]
    private static partial Regex ColumnOfRow();
}
