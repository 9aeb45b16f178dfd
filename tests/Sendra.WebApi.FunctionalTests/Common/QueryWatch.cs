using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Sendra.Infrastructure.Persistence.Queries;

namespace Sendra.WebApi.FunctionalTests.Common;

/// <summary>
/// Sees every query of a workspace's table just before it runs, whatever code made it. Other workspaces' are left aside:
/// a live tail of an earlier test may still look for events.
/// </summary>
internal sealed class QueryWatch : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly Guid? _workspaceId;
    private readonly string _table;
    private readonly Action<DbCommand> _onQuery;
    private readonly List<IDisposable> _subscriptions = [];

    /// <summary>Begins to watch.</summary>
    /// <param name="workspaceId">The workspace; null for queries that know none yet.</param>
    /// <param name="table">A table.</param>
    /// <param name="onQuery">What to do with each query; the query waits for it.</param>
    public QueryWatch(Guid? workspaceId, string table, Action<DbCommand> onQuery)
    {
        (_workspaceId, _table, _onQuery) = (workspaceId, table, onQuery);
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name is DbLoggerCategory or SqlReader.ListenerName)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        var running = value.Value switch
        {
            CommandEventData { EventId.Id: var id, Command: var efCommand } when id == RelationalEventId.CommandExecuting.Id => efCommand,
            DbCommand sqlCommand => sqlCommand,
            _ => null,
        };
        if (running is { } command
            && command.CommandText.StartsWith("SELECT", StringComparison.Ordinal)
            && command.CommandText.Contains(_table, StringComparison.Ordinal)
            && (_workspaceId is null || command.Parameters.Cast<DbParameter>().Any(IsWorkspace)))
        {
            _onQuery(command);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());

    private bool IsWorkspace(DbParameter parameter) => parameter.Value switch
    {
        Guid id => id == _workspaceId,
        byte[] bytes => _workspaceId is { } id && bytes.AsSpan().SequenceEqual(id.ToByteArray(bigEndian: true)),
        _ => false,
    };

    private const string DbLoggerCategory = "Microsoft.EntityFrameworkCore";
}
