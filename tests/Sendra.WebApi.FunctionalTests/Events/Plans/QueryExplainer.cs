using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Sendra.WebApi.FunctionalTests.Events.Plans;

/// <summary>
/// Has every query of a table explained by the database just before it runs: the real text with the real parameters, on
/// the real connection.
/// </summary>
internal sealed class QueryExplainer : IDisposable
{
    private const string Analyze = "EXPLAIN (ANALYZE, FORMAT JSON) ";

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
        // A parameter with a name is one of EF Core's, which only Npgsql understands.
        DbParameter[] parameters = [.. command.Parameters.Cast<DbParameter>()];
        return command is NpgsqlCommand && parameters.All(parameter => parameter is { ParameterName: "", Value: Guid or string })
            ? ExplainPrepared(command, [.. parameters.Select(parameter => parameter.Value)])
            : ExplainNow(command);
    }

    private static ExplainedCommand ExplainNow(DbCommand command)
    {
        var sql = command.CommandText;
        try
        {
            return new ExplainedCommand(sql, Run(command, (command is SqliteCommand ? "EXPLAIN QUERY PLAN " : Analyze) + sql));
        }
        finally
        {
            _ = Text(command, sql);
        }
    }

    // A statement with its values at hand is planned for these, whatever the connection was told.
    private static ExplainedCommand ExplainPrepared(DbCommand command, object?[] values)
    {
        using var other = command.Connection!.CreateCommand();
        Run(other, $"PREPARE explained AS {command.CommandText}");
        var literals = string.Join(", ", values.Select(value => $"'{value!.ToString()!.Replace("'", "''", StringComparison.Ordinal)}'"));
        var plan = Run(other, $"{Analyze}EXECUTE explained({literals})");
        Run(other, "DEALLOCATE explained");
        return new ExplainedCommand(command.CommandText, plan);
    }

    private static string Run(DbCommand command, string sql)
    {
        var plan = new StringBuilder();
        using var reader = Text(command, sql).ExecuteReader();
        while (reader.Read())
        {
            plan.AppendJoin('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)).Append('\n');
        }

        return plan.ToString();
    }

#pragma warning disable CA2100 // The text is the application's own.
    private static DbCommand Text(DbCommand command, string sql)
    {
        command.CommandText = sql;
        return command;
    }
#pragma warning restore CA2100
}
