using System.Data.Common;
using System.Diagnostics;

namespace Sendra.Infrastructure.Persistence.Queries;

/// <summary>An open connection, and the commands that were run on it, with the statements that they were compiled to.</summary>
internal sealed class SqlSession : IDisposable
{
    private const int MaxCommands = 100;

    private static readonly DiagnosticListener Listener = new(SqlReader.ListenerName);

    private readonly SqlDialect _dialect;
    private readonly DbConnection _connection;
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

    private SqlSession(SqlDialect dialect, DbConnection connection) => (_dialect, _connection) = (dialect, connection);

    /// <param name="dialect">How the database writes SQL.</param>
    /// <param name="connection">The connection, still closed; goes with the session.</param>
    public static async Task<SqlSession> OpenAsync(SqlDialect dialect, DbConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await connection.OpenAsync(cancellationToken);
            return new SqlSession(dialect, connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads all rows of a query. After an exception the session is good for nothing but its end.</summary>
    /// <param name="read">Makes what is wanted of a row.</param>
    public async Task<List<T>> ReadAsync<T>(Sql query, Func<RowReader, T> read, CancellationToken cancellationToken)
    {
        var command = Command(query);
        if (Listener.IsEnabled())
        {
            Listener.Write(nameof(DbCommand.ExecuteReader), command);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (row, rows) = (new DbRowReader(reader, _dialect.IdsAreBytes), new List<T>());
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(row));
        }

        return rows;
    }

    public void Dispose()
    {
        ForgetCommands();
        _connection.Dispose();
    }

    private DbCommand Command(Sql query)
    {
        var (text, values) = query.Write(_dialect);
        if (!_commands.TryGetValue(text, out var command))
        {
            if (_commands.Count == MaxCommands)
            {
                ForgetCommands();
            }

            _commands.Add(text, command = Command(text, values.Count));
        }

        for (var i = 0; i < values.Count; i++)
        {
            _dialect.Declare?.Invoke(command.Parameters[i], values[i]);
            command.Parameters[i].Value = values[i] is Guid id && _dialect.IdsAreBytes ? id.ToByteArray(bigEndian: true) : values[i];
        }

        return command;
    }

    private DbCommand Command(string text, int parameters)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Values are parameters; Sql sees to it.
        command.CommandText = text;
#pragma warning restore CA2100
        for (var i = 1; i <= parameters; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = _dialect.HasNames ? $"{_dialect.ParameterMark}{i}" : "";
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private void ForgetCommands()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _commands.Clear();
    }
}
