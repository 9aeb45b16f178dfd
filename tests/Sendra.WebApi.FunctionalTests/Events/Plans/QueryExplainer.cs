using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Sendra.WebApi.FunctionalTests.Events.Plans;

/// <summary>
/// Has every query of a table explained by the database just before it runs: the real text with the real parameters, on
/// the real connection.
/// </summary>
internal sealed class QueryExplainer : IDisposable
{
    private readonly List<ExplainedCommand> _explained = [];
    private readonly QueryWatch _watch;

    public QueryExplainer(Guid workspaceId, string table) => _watch = new QueryWatch(workspaceId, table, command =>
    {
        var explained = Explain(command);
        lock (_explained)
        {
            _explained.Add(explained);
        }
    });

    /// <summary>What was explained so far.</summary>
    public IReadOnlyList<ExplainedCommand> Explained
    {
        get
        {
            lock (_explained)
            {
                return [.. _explained];
            }
        }
    }

    public void Dispose() => _watch.Dispose();

    private static ExplainedCommand Explain(DbCommand command)
    {
        var sql = command.CommandText;
#pragma warning disable CA2100 // The text is the application's own.
        command.CommandText = (command is SqliteCommand ? "EXPLAIN QUERY PLAN " : "EXPLAIN (ANALYZE, FORMAT JSON) ") + sql;
#pragma warning restore CA2100
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
#pragma warning disable CA2100
            command.CommandText = sql;
#pragma warning restore CA2100
        }
    }
}
