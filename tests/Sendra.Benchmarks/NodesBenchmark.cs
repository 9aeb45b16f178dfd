using System.Diagnostics;
using Sendra.Benchmarks.Load;
using Sendra.Benchmarks.Report;
using Sendra.Benchmarks.Servers;

namespace Sendra.Benchmarks;

/// <summary>One node and two on a database server, in turn, and who kept the processors busy.</summary>
internal sealed class NodesBenchmark(Arena arena, BenchmarkSize size)
{
    private const int Connections = 64;
    private const int BatchConnections = 4;

    private int _seed = 3_000;

    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        using var one = await arena.StartSendraAsync("one");
        using var two = await arena.StartSendraAsync("two", nodes: 2);
        Contender[] contenders = [one, two];
        IReadOnlyList<Figure> figures =
        [
            Turns("send, 64 connections: two nodes / one, events/s", one, two, contender => contender.Load(
                Connections, contender.Calls.Send(new EventBodies(_seed), size.Events))),
            Turns("batches of 500: two nodes / one, events/s", one, two, contender => contender.Load(
                BatchConnections, contender.Calls.SendBatches([.. Enumerable.Range(0, BatchConnections).Select(sender => new EventBodies((_seed * 10) + sender))], size.EventsInBatches))),
        ];
        foreach (var contender in contenders)
        {
            await contender.VerifyAsync();
        }

        return figures;
    }

    // The first turn is to warm up. Who goes first alternates, so that a machine that slows down does so for both.
    private Figure Turns(string name, Contender one, Contender two, Func<Contender, LoadResult> load)
    {
        Console.WriteLine(name);
        var turns = new List<(double One, double Two)>();
        for (var round = 0; round <= size.Pairs; round++)
        {
            _seed++;
            var rates = (round % 2 == 0 ? new[] { one, two } : [two, one]).ToDictionary(contender => contender, contender => Profiled(contender, load));
            turns.Add((rates[one], rates[two]));
        }

        return Figure.AtLeast(name, Benchmark.Median(turns[1..], turn => turn.Two), Benchmark.Median(turns[1..], turn => turn.One), 1.3);
    }

    private static double Profiled(Contender contender, Func<Contender, LoadResult> load)
    {
        using var self = Process.GetCurrentProcess();
        var (busy, nodes, own, started) = (Processors.Busy, contender.Cpu, self.TotalProcessorTime, Stopwatch.GetTimestamp());
        var rate = load(contender).EventsPerSecond;
        self.Refresh();
        var seconds = Stopwatch.GetElapsedTime(started);
        (busy, nodes, own) = (Processors.Busy - busy, contender.Cpu - nodes, self.TotalProcessorTime - own);
        Console.WriteLine(
            $"         {busy / seconds:N2} of {Environment.ProcessorCount} processors busy: nodes {nodes / seconds:N2}, " +
            $"load generator {own / seconds:N2}, database and system {(busy - nodes - own) / seconds:N2}");
        return rate;
    }
}
