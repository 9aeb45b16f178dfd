using System.Buffers.Text;
using Sendra.Benchmarks.Databases;
using Sendra.Benchmarks.Filling;
using Sendra.Benchmarks.Load;
using Sendra.Benchmarks.Report;
using Sendra.Benchmarks.Servers;

namespace Sendra.Benchmarks.Logs;

/// <summary>
/// Each filter of the log, first page and a page deep inside, against the bare SQL: the same rows by the same index,
/// behind the limit program's bare endpoint.
/// </summary>
/// <param name="sendra">Sendra on a filled database.</param>
/// <param name="limit">The limit program on the same database.</param>
/// <param name="calls">How many calls of each query.</param>
internal sealed class LogBenchmark(Contender sendra, Contender limit, int calls)
{
    private const int PageSize = 50;
    private const int Turns = 4;
    private const int MaxDepth = 1_000_000;

    /// <summary>Measures all filters.</summary>
    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        Console.WriteLine("Log queries");
        var database = sendra.Database;
        var workspace = database.Literal(await database.WorkspaceIdAsync());
        var depth = Math.Min(MaxDepth, await database.NumberAsync("SELECT count(*) FROM received_events") / 2);
        var deep = await database.IdAsync($"SELECT id FROM received_events WHERE workspace_id = {workspace} ORDER BY id DESC LIMIT 1 OFFSET {depth}");
        var figures = new List<Figure>();
        foreach (var query in Queries(database, workspace))
        {
            figures.Add(Compare($"log, {query.Name}, first page, p95 ms", query.Parameters, Sql(workspace, query.Condition)));
            figures.Add(Compare(
                $"log, {query.Name}, {depth:#,0} deep, p95 ms",
                $"{query.Parameters}&cursor={Base64Url.EncodeToString(deep.ToByteArray(bigEndian: true))}",
                Sql(workspace, $"{query.Condition} AND id < {database.Literal(deep)}")));
        }

        return figures;
    }

    private static LogQuery[] Queries(BenchmarkDatabase database, string workspace)
    {
        var now = DateTimeOffset.UtcNow;
        var (from, to) = (now.AddDays(-200), now.AddDays(-100));
        var between = $"id >= {database.Literal(FirstId(from))} AND id < {database.Literal(FirstId(to))}";
        var contact = $"SELECT c.id FROM contacts c WHERE c.workspace_id = {workspace} AND c.email = '{Past.EmailOf(77)}'";
        var declared = "EXISTS (SELECT 1 FROM event_patterns p WHERE p.workspace_id = received_events.workspace_id AND p.name = event_name)";
        return
        [
            new("no filter", "", "TRUE"),
            new("event name", $"&eventName={Past.NameOf(3)}", $"event_name = '{Past.NameOf(3)}'"),
            new("email", $"&email={Past.EmailOf(77)}", $"contact_id = ({contact})"),
            new("from and to", $"&from={from:O}&to={to:O}".Replace("+", "%2B", StringComparison.Ordinal), between),
            new("declared", "&declared=true", declared),
            new("undeclared", "&declared=false", $"NOT {declared}"),
            new("by webhook", "&origin=webhook", "source_id IS NOT NULL"),
            new("with effect", "&hasEffect=true", "enrolled > 0"),
            new(
                "name, from, to and effect",
                $"&eventName={Past.NameOf(3)}&hasEffect=true&from={from:O}&to={to:O}".Replace("+", "%2B", StringComparison.Ordinal),
                $"event_name = '{Past.NameOf(3)}' AND enrolled > 0 AND {between}"),
        ];
    }

    // The least id of a millisecond.
    private static Guid FirstId(DateTimeOffset time) =>
        new($"{time.ToUnixTimeMilliseconds():x12}".Insert(8, "-") + "-0000-0000-000000000000");

    private static string Sql(string workspace, string condition) =>
        $"""
        SELECT e.id, e.event_name, c.email, e.contact_id, e.occurred_at, e.source_id, e.delivery_id, e.enrolled, e.exited, e.properties,
            EXISTS (SELECT 1 FROM event_patterns p WHERE p.workspace_id = e.workspace_id AND p.name = e.event_name)
        FROM (SELECT * FROM received_events WHERE workspace_id = {workspace} AND {condition} ORDER BY id DESC LIMIT {PageSize + 1}) e
        JOIN contacts c ON c.workspace_id = e.workspace_id AND c.id = e.contact_id
        ORDER BY e.id DESC
        """;

    private Figure Compare(string name, string parameters, string sql)
    {
        var ours = new List<double>();
        var theirs = new List<double>();
        for (var turn = 0; turn <= Turns; turn++)
        {
            theirs.AddRange(Ask(limit, $"/bare?sql={Uri.EscapeDataString(sql)}"));
            ours.AddRange(Ask(sendra, $"/api/events?limit={PageSize}{parameters}"));
            if (turn == 0)
            {
                // To warm up.
                ours.Clear();
                theirs.Clear();
            }
        }

        Console.WriteLine($"  {name,-56} {P95(ours),8:N2} {P95(theirs),8:N2}");
        return Figure.AtMost(name, P95(ours), P95(theirs), 2);
    }

    private double[] Ask(Contender contender, string pathAndQuery) => LoadGenerator.Run(
        contender.Server.Address, 1, Enumerable.Repeat(contender.Calls.Get(pathAndQuery), calls / Turns)).Milliseconds;

    private static double P95(List<double> milliseconds) => milliseconds.Order().ElementAt(milliseconds.Count * 95 / 100);
}
