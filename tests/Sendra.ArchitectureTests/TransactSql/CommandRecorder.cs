using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Sendra.Infrastructure.Persistence.Queries;
using Sendra.Infrastructure.Persistence.SqlServer;

namespace Sendra.ArchitectureTests.TransactSql;

/// <summary>
/// Takes down what would be sent to a server: there is none. EF Core gets no rows for an answer unless told otherwise,
/// queries in SQL get one.
/// </summary>
/// <param name="answer">What EF Core reads.</param>
internal sealed class CommandRecorder(DataTable? answer = null) : DbCommandInterceptor, IDbConnectionInterceptor, ISqlReader
{
    private readonly List<string> _texts = [];

    public IReadOnlyList<string> Texts => _texts;

    public Task<List<T>> ReadAsync<T>(Sql query, Func<RowReader, T> read, CancellationToken cancellationToken)
    {
        _texts.Add(query.Write(SqlServerStatement.Dialect).Text);
        return Task.FromResult<List<T>>([read(new SomeRow())]);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        _texts.Add(command.CommandText);
        using var nothing = new DataTable();
        return ValueTask.FromResult(InterceptionResult<DbDataReader>.SuppressWithResult((answer ?? nothing).CreateDataReader()));
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        _texts.Add(command.CommandText);
        return ValueTask.FromResult(InterceptionResult<int>.SuppressWithResult(0));
    }

    ValueTask<InterceptionResult> IDbConnectionInterceptor.ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken) =>
        ValueTask.FromResult(InterceptionResult.Suppress());
}
