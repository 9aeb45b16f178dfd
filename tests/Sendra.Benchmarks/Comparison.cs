using Sendra.Benchmarks.Load;
using Sendra.Benchmarks.Servers;

namespace Sendra.Benchmarks;

/// <summary>Two builds of Sendra in turn, with the same load.</summary>
/// <param name="before">The one.</param>
/// <param name="after">The other.</param>
/// <param name="events">How many events a turn.</param>
internal sealed class Comparison(Contender before, Contender after, int events)
{
    private const int Senders = 4;
    private const int Workspaces = 50;

    private int _seed;

    /// <summary>Takes turns and prints the medians of all but the first third, in which code is still being compiled.</summary>
    public async Task RunAsync(int rounds)
    {
        var single = new List<(LoadResult Before, LoadResult After)>();
        var batches = new List<(LoadResult Before, LoadResult After)>();
        var shared = new List<(LoadResult Before, LoadResult After)>();
        var many = new List<(LoadResult Before, LoadResult After)>();
        var workspaces = new Dictionary<Contender, HttpCalls[]> { [before] = await before.MoreWorkspacesAsync(Workspaces), [after] = await after.MoreWorkspacesAsync(Workspaces) };
        for (var round = 0; round < rounds; round++)
        {
            single.Add(Turn(round, 64, (contender, bodies) => contender.Calls.Send(bodies, events)));
            batches.Add(Turn(round, Senders, (contender, _) => contender.Calls.SendBatches(
                [.. Enumerable.Range(0, Senders).Select(sender => new EventBodies((_seed * Senders) + sender))], events)));
            shared.Add(Turn(round, Senders, (contender, bodies) => contender.Calls.SendBatches(bodies, events)));
            many.Add(Turn(round, 64, (contender, bodies) => [.. Enumerable.Range(0, events).Select(i => workspaces[contender][i % Workspaces].Event(bodies.Next()))]));
        }

        await before.VerifyAsync();
        await after.VerifyAsync();
        Print("one by one", single[(rounds / 3)..]);
        Print("in batches", batches[(rounds / 3)..]);
        Print("in batches that share contacts", shared[(rounds / 3)..]);
        Print($"one by one, of {Workspaces} workspaces", many[(rounds / 3)..]);
    }

    private (LoadResult Before, LoadResult After) Turn(int round, int connections, Func<Contender, EventBodies, byte[][]> calls)
    {
        _seed++;
        Contender[] order = round % 2 == 0 ? [before, after] : [after, before];
        var results = order.ToDictionary(one => one, one => one.Load(connections, calls(one, new EventBodies(_seed))));
        return (results[before], results[after]);
    }

    private static void Print(string title, List<(LoadResult Before, LoadResult After)> pairs)
    {
        Print($"{title}, µs of CPU an event", pairs, result => result.CpuMicroseconds);
        Print($"{title}, events/s", pairs, result => result.EventsPerSecond);
        Print($"{title}, p99 ms", pairs, result => result.P99);
    }

    private static void Print(string title, List<(LoadResult Before, LoadResult After)> pairs, Func<LoadResult, double> figure)
    {
        var (one, other) = (Benchmark.Median(pairs, pair => figure(pair.Before)), Benchmark.Median(pairs, pair => figure(pair.After)));
        Console.WriteLine($"{title,-54} {one,10:N1} -> {other,10:N1}   x {Benchmark.Median(pairs, pair => figure(pair.After) / figure(pair.Before)):0.00}");
    }
}
