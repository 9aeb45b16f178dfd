using System.Data;
using System.Globalization;
using System.Numerics;
using System.Text;
using Microsoft.Data.SqlClient;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Queries;

namespace Sendra.Infrastructure.Persistence.SqlServer;

/// <summary>
/// <c>{rows}</c> is a table value constructor of parameters: plain T-SQL that every compatible server takes. Rows go
/// in powers of two, so that the server sees few different statements and keeps their plans.
/// </summary>
internal sealed class SqlServerBulkSession(SqlConnection connection) : BulkSession
{
    // A request may have 2,100 parameters, a constructor 1,000 rows.
    private const int MaxParameters = 2_000;
    private const int MaxRows = 512;

    // What a select does not lock here by itself: an update of the row is a lock on every server.
    internal const string LockContacts = """
        UPDATE contacts SET last_event_id = contacts.last_event_id
        FROM {rows}
        WHERE contacts.workspace_id = r.workspace_id AND contacts.email = r.email
        """;

    // Taken before anything else, so that waiting for it holds nobody up; a negative answer is a refusal.
    internal const string LockShared = """
        DECLARE @granted int;
        EXEC @granted = sp_getapplock @Resource = 'sendra-ingestion', @LockMode = 'Shared', @LockOwner = 'Transaction', @LockTimeout = 10000;
        SELECT @granted;
        """;

    internal const string LockAlone = """
        DECLARE @granted int;
        EXEC @granted = sp_getapplock @Resource = 'sendra-ingestion', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 10000;
        SELECT @granted;
        """;

    private SqlTransaction? _transaction;

    public override async Task BeginAsync(bool alone = false)
    {
        _transaction = (SqlTransaction)await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        await using var command = connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandTimeout = TimeoutSeconds;
        command.CommandText = alone ? LockAlone : LockShared;
        if ((int)(await command.ExecuteScalarAsync())! < 0)
        {
            throw new LostRaceException();
        }
    }

    public override async Task ReadAsync(bool locking, params IReadOnlyList<RowOperation> operations)
    {
        foreach (var operation in WithRows(operations))
        {
            foreach (var (first, count) in Chunks(operation))
            {
                if (locking && operation.Sql.Contains("{lock}", StringComparison.Ordinal))
                {
                    await using var update = Command(LockContacts, operation, first, count);
                    await update.ExecuteNonQueryAsync();
                }

                await using var command = Command(operation.Sql, operation, first, count);
                await using var reader = await command.ExecuteReaderAsync();
                await ReadAllAsync(reader, new DbRowReader(reader, idsAreBytes: true), operation.OnRow!);
            }
        }
    }

    public override async Task WriteAsync(params IReadOnlyList<RowOperation> operations)
    {
        foreach (var operation in WithRows(operations))
        {
            var changed = 0;
            foreach (var (first, count) in Chunks(operation))
            {
                await using var command = Command(operation.Sql, operation, first, count);
                changed += await command.ExecuteNonQueryAsync();
            }

            operation.RequireChanged(changed);
        }
    }

    public override async Task CommitAsync() => await _transaction!.CommitAsync();

    public override async Task RollbackAsync()
    {
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

    /// <summary>How the rows are cut into statements.</summary>
    internal static IEnumerable<(int First, int Count)> Chunks(RowOperation operation)
    {
        var largest = Math.Min(MaxRows, 1 << BitOperations.Log2((uint)(MaxParameters / operation.ColumnCount)));
        for (var first = 0; first < operation.RowCount;)
        {
            var count = Math.Min(largest, 1 << BitOperations.Log2((uint)(operation.RowCount - first)));
            yield return (first, count);
            first += count;
        }
    }

    private SqlCommand Command(string sql, RowOperation operation, int first, int count)
    {
        var command = connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandTimeout = TimeoutSeconds;
        command.CommandText = SqlText(sql, operation, count);
        for (var row = 0; row < count; row++)
        {
            for (var column = 0; column < operation.ColumnCount; column++)
            {
                command.Parameters.Add(Parameter(operation, first + row, column, (row * operation.ColumnCount) + column));
            }
        }

        return command;
    }

    /// <summary>The statement for so many rows.</summary>
    internal static string SqlText(string sql, RowOperation operation, int count)
    {
        var rows = new StringBuilder("(VALUES ");
        for (var row = 0; row < count; row++)
        {
            rows.Append(row == 0 ? "(" : ", (");
            for (var column = 0; column < operation.ColumnCount; column++)
            {
                rows.Append(column == 0 ? "@p" : ", @p").Append(CultureInfo.InvariantCulture, $"{(row * operation.ColumnCount) + column}");

                // Parameters take the database's own collation, which may ignore case.
                if (operation.ColumnKind(column) == ColumnKind.Text)
                {
                    rows.Append(" COLLATE ").Append(SqlServerSendraDbContext.Collation);
                }
            }

            rows.Append(')');
        }

        rows.Append(") AS r(").AppendJoin(", ", Enumerable.Range(0, operation.ColumnCount).Select(operation.ColumnName)).Append(')');
        return sql
            .Replace("{rows}", rows.ToString(), StringComparison.Ordinal)
            .Replace("{lock}", "", StringComparison.Ordinal);
    }

    private static SqlParameter Parameter(RowOperation operation, int row, int column, int number)
    {
        var value = operation.Value(row, column);
        var parameter = operation.ColumnKind(column) switch
        {
            ColumnKind.Id => new SqlParameter { SqlDbType = SqlDbType.Binary, Size = 16 },
            ColumnKind.Text => new SqlParameter { SqlDbType = SqlDbType.NVarChar, Size = value is string { Length: > 4000 } ? -1 : 4000 },
            ColumnKind.Int => new SqlParameter { SqlDbType = SqlDbType.Int },
            ColumnKind.Long => new SqlParameter { SqlDbType = SqlDbType.BigInt },
            _ => new SqlParameter { SqlDbType = SqlDbType.VarBinary, Size = -1 },
        };
        parameter.ParameterName = $"@p{number.ToString(CultureInfo.InvariantCulture)}";
        parameter.Value = value switch
        {
            null => DBNull.Value,
            Guid id => id.ToByteArray(bigEndian: true),
            _ => value,
        };
        return parameter;
    }
}
