using System.Buffers.Text;
using System.Diagnostics;
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
/// <param name="past">What it is filled with.</param>
/// <param name="calls">How many calls of each query.</param>
internal sealed class LogBenchmark(Contender sendra, Contender limit, Past past, int calls)
{
    private const int PageSize = 50;
    private const int Turns = 10;
    private const int MaxDepth = 1_000_000;

    // A filter that reads the whole log takes a second a call, and shows as much by fewer.
    private static readonly TimeSpan MaxTurn = TimeSpan.FromSeconds(2);

    /// <summary>Measures all filters.</summary>
    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        Console.WriteLine("Log queries");
        var database = sendra.Database;
        var workspace = database.Literal(await database.WorkspaceIdAsync());
        var depth = Math.Min(MaxDepth, await database.NumberAsync("SELECT count(*) FROM received_events") / 2);
        var deep = await database.IdAsync($"SELECT id FROM received_events WHERE workspace_id = {workspace} ORDER BY id DESC LIMIT 1 OFFSET {depth}");
        var pairs = LogQueries.All(database, workspace, past).SelectMany(query => new Pair[]
        {
            new($"log, {query.Name}, first page, p95 ms", query.Parameters, Sql(workspace, query.Conditions)),
            new(
                $"log, {query.Name}, {depth:#,0} deep, p95 ms",
                $"{query.Parameters}&cursor={Base64Url.EncodeToString(deep.ToByteArray(bigEndian: true))}",
                Sql(workspace, [.. query.Conditions.Select(condition => $"{condition} AND id < {database.Literal(deep)}")])),
        }).ToArray();

        // All of them before any is measured: else the first pay for the compiler, and the last for nothing. And often
        // enough for its last stage.
        Array.ForEach(pairs, pair => Ask(pair, calls));
        return Array.ConvertAll(pairs, Compare);
    }

    // Each condition by its index, and of several the newest.
    private static string Sql(string workspace, string[] conditions)
    {
        var branches = conditions.Select(condition =>
            $"SELECT * FROM (SELECT * FROM received_events WHERE workspace_id = {workspace} AND {condition} ORDER BY id DESC LIMIT {PageSize + 1}) b");
        return $"""
            SELECT e.id, e.event_name, c.email, e.contact_id, e.occurred_at, e.source_id, e.delivery_id, e.enrolled, e.exited, e.properties,
                EXISTS (SELECT 1 FROM event_patterns p WHERE p.workspace_id = e.workspace_id AND p.name = e.event_name)
            FROM (SELECT * FROM ({string.Join(" UNION ALL ", branches)}) a ORDER BY id DESC LIMIT {PageSize + 1}) e
            JOIN contacts c ON c.workspace_id = e.workspace_id AND c.id = e.contact_id
            ORDER BY e.id DESC
            """;
    }

    private Figure Compare(Pair pair)
    {
        // Once uncounted: whoever comes first brings back to memory what other queries have pushed out.
        Ask(pair, 1);
        var turns = Enumerable.Range(0, Turns).Select(_ => Ask(pair, calls / Turns)).ToArray();
        var (ours, theirs) = (MedianP95(turns.Select(turn => turn.Ours)), MedianP95(turns.Select(turn => turn.Theirs)));
        Console.WriteLine($"  {pair.Name,-56} {ours,8:N2} {theirs,8:N2}");
        return Figure.AtMost(pair.Name, ours, theirs, 2);
    }

    private (double[] Ours, double[] Theirs) Ask(Pair pair, int times) => (
        Ask(sendra, $"/api/events?limit={PageSize}{pair.Parameters}", times),
        Ask(limit, $"/bare?sql={Uri.EscapeDataString(pair.Sql)}", times));

    private static double[] Ask(Contender contender, string pathAndQuery, int times)
    {
        var started = Stopwatch.GetTimestamp();
        var turn = Enumerable.Repeat(contender.Calls.Get(pathAndQuery), times).TakeWhile(_ => Stopwatch.GetElapsedTime(started) < MaxTurn);
        return LoadGenerator.Run([contender.Server.Address], 1, turn).Milliseconds;
    }

    // Of all turns together, one that something else on the machine disturbed would make the p95 alone.
    private static double MedianP95(IEnumerable<double[]> turns) =>
        turns.Select(turn => turn.Order().ElementAt(turn.Length * 95 / 100)).Order().ElementAt(Turns / 2);

    /// <summary>A call of the log, and the SQL that it is held against.</summary>
    private sealed record Pair(string Name, string Parameters, string Sql);
}
