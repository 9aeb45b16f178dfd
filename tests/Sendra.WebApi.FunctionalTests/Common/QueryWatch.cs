using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sendra.WebApi.FunctionalTests.Common;

/// <summary>Sees every query of a table just before it runs, whatever code made it; of all nodes of the run.</summary>
internal sealed class QueryWatch : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _table;
    private readonly Action<DbCommand> _onQuery;
    private readonly List<IDisposable> _subscriptions = [];

    /// <summary>Begins to watch.</summary>
    /// <param name="table">A table.</param>
    /// <param name="onQuery">What to do with each query; the query waits for it.</param>
    public QueryWatch(string table, Action<DbCommand> onQuery)
    {
        (_table, _onQuery) = (table, onQuery);
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { EventId.Id: var id, Command: var command }
            && id == RelationalEventId.CommandExecuting.Id
            && command.CommandText.StartsWith("SELECT", StringComparison.Ordinal)
            && command.CommandText.Contains(_table, StringComparison.Ordinal))
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

    private const string DbLoggerCategory = "Microsoft.EntityFrameworkCore";
}
