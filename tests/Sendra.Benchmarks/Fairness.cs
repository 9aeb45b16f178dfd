using Sendra.Benchmarks.Load;
using Sendra.Benchmarks.Report;
using Sendra.Benchmarks.Servers;

namespace Sendra.Benchmarks;

/// <summary>
/// One workspace sends batches of 1,000 on 30 connections, all that is taken and more. Meanwhile another one's single sends and deliveries,
/// and its own, come in as usual. Then the first one reads its past, by as many exports and simulations as it may.
/// </summary>
internal sealed class Fairness(Contender sendra)
{
    private const int Connections = 30;
    private const int PerBatch = 1_000;

    // In any case, on a machine of this kind.
    private const double LongestWait = 100;

    /// <summary>Measures each alone, then all together.</summary>
    /// <param name="calls">How many single calls of each kind.</param>
    public async Task<IReadOnlyList<Figure>> RunAsync(int calls)
    {
        Console.WriteLine("Fairness: 30 connections with batches of 1,000, and single calls beside them");
        var (cookie, webhook) = await SendraClient.PrepareAsync(sendra.Server.Address, "other@example.com");
        var other = new HttpCalls(sendra.Server.Address, cookie, webhook);
        byte[][] batches = [.. Enumerable.Range(0, 20).SelectMany(sender => sendra.Calls.SendBatches(new EventBodies(seed: 9100 + sender), 3 * PerBatch, PerBatch))];

        // Once to warm up: all contacts are known then, in each round that counts.
        sendra.Load(4, batches);
        var alone = Batches(() => false, batches, 100);
        var singlesAlone = await SinglesAsync(other, calls, 9200);
        var done = false;
        var beside = Task.Run(() => Batches(() => done, batches, int.MaxValue));
        var singles = await SinglesAsync(other, calls, 9300);
        done = true;
        var batchesBeside = await beside;
        var besideReaders = await BesideReadersAsync(other, calls);
        return
        [
            .. singles.Zip(singlesAlone).Select(pair => Figure.AtMost($"beside batches, {pair.First.Name}, p99 ms", pair.First.Result.P99, pair.Second.Result.P99, 3)),
            Figure.Below("beside batches, single calls, p99 ms", singles.Max(single => single.Result.P99), LongestWait),
            Figure.Below("beside batches, single calls that were refused", singles.Sum(single => single.Result.Refused), 1),
            Figure.AtLeast("batches beside single calls / alone, events/s", batchesBeside.EventsPerSecond, alone.EventsPerSecond, 0.8),
            .. besideReaders.Zip(singlesAlone).SelectMany(pair => (Figure[])
            [
                Figure.AtMost($"beside exports and a simulation, {pair.First.Name}, p50 ms", pair.First.Result.P50, pair.Second.Result.P50, 3),
                Figure.AtMost($"beside exports and a simulation, {pair.First.Name}, p99 ms", pair.First.Result.P99, pair.Second.Result.P99, 3),
            ]),
        ];
    }

    private async Task<(string Name, LoadResult Result)[]> BesideReadersAsync(HttpCalls other, int calls)
    {
        await using var readers = new PastReaders(sendra);
        var singles = await SinglesAsync(other, calls, 9400);
        Console.WriteLine($"  exports and a simulation: {readers.Megabytes:N0} MB read, {sendra.Server.Memory:N0} MB");
        return singles;
    }

    private LoadResult Batches(Func<bool> isDone, byte[][] batches, int calls)
    {
        var result = LoadGenerator.Run(
            [sendra.Server.Address], Connections, Enumerable.Range(0, calls).TakeWhile(_ => !isDone()).Select(call => batches[call % batches.Length]));
        sendra.Acknowledge(result);
        Console.WriteLine($"  batches: {result.EventsPerSecond:N0} events/s, p50 {result.P50:N0} ms, {result.Refused:N0} calls refused, {sendra.Server.Memory:N0} MB");
        return result;
    }

    private async Task<(string Name, LoadResult Result)[]> SinglesAsync(HttpCalls other, int calls, int seed)
    {
        (string Name, byte[][] Calls)[] kinds =
        [
            ("another workspace's sends", other.Send(new EventBodies(seed), calls)),
            ("another workspace's deliveries", other.Deliver(new EventBodies(seed + 1), calls)),
            ("own sends", sendra.Calls.Send(new EventBodies(seed + 2), calls)),
            ("own deliveries", sendra.Calls.Deliver(new EventBodies(seed + 3), calls)),
        ];
        var results = await Task.WhenAll(kinds.Select(kind => Task.Run(() => (kind.Name, PacedLoad.Run(sendra.Server.Address, kind.Calls)))));
        foreach (var (name, result) in results)
        {
            sendra.Acknowledge(result);
            Console.WriteLine($"  {name}: p50 {result.P50:N1} ms, p99 {result.P99:N1} ms, {result.Refused:N0} refused");
        }

        return results;
    }
}
