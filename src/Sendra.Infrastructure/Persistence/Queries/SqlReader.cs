using System.Data.Common;
using System.Diagnostics;

namespace Sendra.Infrastructure.Persistence.Queries;

/// <inheritdoc />
/// <param name="dialect">How the database writes SQL.</param>
/// <param name="connect">Makes a connection, still closed.</param>
internal sealed class SqlReader(SqlDialect dialect, Func<DbConnection> connect) : ISqlReader
{
    /// <summary>Tells of each command before it runs, as EF Core's listener does of its own; the command is the payload.</summary>
    public const string ListenerName = "Sendra.Queries";

    private static readonly DiagnosticListener Listener = new(ListenerName);

    public async Task<List<T>> ReadAsync<T>(Sql query, Func<RowReader, T> read, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadOnceAsync(query, read, cancellationToken);
        }
        catch (DbException exception) when (StorageTrouble.IsUnavailable(exception) && exception.InnerException is not TimeoutException)
        {
            // A pooled connection whose server was started anew shows it only when it is used. The next one is new. What
            // took too long would do so again.
            return await ReadOnceAsync(query, read, cancellationToken);
        }
    }

    private async Task<List<T>> ReadOnceAsync<T>(Sql query, Func<RowReader, T> read, CancellationToken cancellationToken)
    {
        await using var connection = connect();
        await connection.OpenAsync(cancellationToken);
        await using var command = Command(connection, query);
        if (Listener.IsEnabled())
        {
            Listener.Write(nameof(DbCommand.ExecuteReader), command);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (row, rows) = (new DbRowReader(reader, dialect.IdsAreBytes), new List<T>());
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(row));
        }

        return rows;
    }

    private DbCommand Command(DbConnection connection, Sql query)
    {
        var (text, values) = query.Write(dialect);
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Values are parameters; Sql sees to it.
        command.CommandText = text;
#pragma warning restore CA2100
        for (var i = 0; i < values.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = dialect.HasNames ? $"{dialect.ParameterMark}{i + 1}" : "";
            parameter.Value = values[i] is Guid id && dialect.IdsAreBytes ? id.ToByteArray(bigEndian: true) : values[i];
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
