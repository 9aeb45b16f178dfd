using System.Collections.Concurrent;
using System.Data.Common;
using Sendra.Infrastructure.Persistence.Databases;

namespace Sendra.Infrastructure.Persistence.Queries;

/// <param name="dialect">How the database writes SQL.</param>
/// <param name="connect">Makes a connection, still closed.</param>
internal sealed class SqlReader(SqlDialect dialect, Func<DbConnection> connect) : ISqlReader, IDisposable
{
    /// <summary>Tells of each command before it runs, as EF Core's listener does of its own; the command is the payload.</summary>
    public const string ListenerName = "Sendra.Queries";

    // Where plans are forgotten; elsewhere the pool of the connections is enough.
    private const int MaxIdle = 8;

    private readonly ConcurrentStack<SqlSession> _idle = new();

    public async Task<List<T>> ReadAsync<T>(Sql query, Func<RowReader, T> read, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadOnceAsync(query, read, cancellationToken);
        }
        catch (Exception exception) when (StorageTrouble.IsUnavailable(exception) && !StorageTrouble.TookTooLong(exception))
        {
            // A pooled connection whose server was started anew shows it only when it is used. The next one is new. What
            // took too long would do so again.
            return await ReadOnceAsync(query, read, cancellationToken);
        }
    }

    public void Dispose()
    {
        while (_idle.TryPop(out var session))
        {
            session.Dispose();
        }
    }

    private async Task<List<T>> ReadOnceAsync<T>(Sql query, Func<RowReader, T> read, CancellationToken cancellationToken)
    {
        var session = _idle.TryPop(out var idle) ? idle : await SqlSession.OpenAsync(dialect, connect(), cancellationToken);
        try
        {
            var rows = await session.ReadAsync(query, read, cancellationToken);
            if (dialect.ForgetsPlans && _idle.Count < MaxIdle)
            {
                _idle.Push(session);
                session = null;
            }

            return rows;
        }
        finally
        {
            session?.Dispose();
        }
    }
}
