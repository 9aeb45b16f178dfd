using System.Data.Common;
using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sendra.WebApi.FunctionalTests.Events.Plans;

/// <summary>
/// Has every query of a table explained by the database just before it runs: the real text with the real parameters, on
/// the real connection, whatever code made it.
/// </summary>
internal sealed class QueryExplainer : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _table;
    private readonly List<ExplainedCommand> _explained = [];
    private readonly List<IDisposable> _subscriptions = [];

    public QueryExplainer(string table)
    {
        _table = table;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>What was explained since this was last asked.</summary>
    public IReadOnlyList<ExplainedCommand> Take()
    {
        lock (_explained)
        {
            ExplainedCommand[] taken = [.. _explained];
            _explained.Clear();
            return taken;
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuting", Value: CommandEventData { Command: var command } }
            && command.CommandText.StartsWith("SELECT", StringComparison.Ordinal)
            && command.CommandText.Contains($" {_table} ", StringComparison.OrdinalIgnoreCase))
        {
            var explained = Explain(command);
            lock (_explained)
            {
                _explained.Add(explained);
            }
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());

    private static ExplainedCommand Explain(DbCommand command)
    {
        var sql = command.CommandText;
#pragma warning disable CA2100 // The text is the application's own.
        command.CommandText = (command is SqliteCommand ? "EXPLAIN QUERY PLAN " : "EXPLAIN (ANALYZE, FORMAT JSON) ") + sql;
        try
        {
            var plan = new StringBuilder();
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                plan.AppendJoin('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)).Append('\n');
            }

            return new ExplainedCommand(sql, plan.ToString());
        }
        finally
        {
            command.CommandText = sql;
        }
#pragma warning restore CA2100
    }
}
