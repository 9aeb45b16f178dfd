using Sendra.Benchmarks.Filling;
using Sendra.Benchmarks.Load;
using Sendra.Benchmarks.Report;
using Sendra.Benchmarks.Servers;

namespace Sendra.Benchmarks;

/// <summary>Sendra and the limit program in turn, with the same load.</summary>
internal sealed class Benchmark(BenchmarkSize size)
{
    private const int Connections = 64;
    private const int BatchConnections = 4;

    private readonly List<double> _memory = [];
    private int _seed;

    /// <summary>Runs all pairs and verifies every row.</summary>
    public async Task<IReadOnlyList<Figure>> RunAsync(Contender sendra, Contender limit)
    {
        Console.WriteLine("Warming up");
        await WarmUpAsync(sendra, limit);
        var many = Pairs(sendra, limit, "64 connections", size.Events, Connections);
        var alone = Pairs(sendra, limit, "1 connection", size.EventsAlone, 1);
        await limit.VerifyAsync();
        var (own, shared, bare) = await BatchesAsync(sendra, limit);
        var peak = sendra.Server.PeakMemory;
        IReadOnlyList<Figure> fairness = await new Fairness(sendra).RunAsync(size.SingleCalls);
        IReadOnlyList<Figure> largest = await new LargestRequest(sendra).RunAsync();
        var overload = new Overload(sendra).Run(size.Events);
        await sendra.VerifyAsync();
        return
        [
            Figure.AtLeast(
                "send, 64 connections, events/s",
                Median(many, pair => pair.Sendra.EventsPerSecond), Median(many, pair => pair.Limit.EventsPerSecond), 0.6),
            Figure.AtMost("send, 1 connection, p99 ms", Median(alone, pair => pair.Sendra.P99), Median(alone, pair => pair.Limit.P99), 2),
            Figure.AtLeast("batch of 500 / bare insert of 256, events/s", Median(own), Median(bare), 0.4),
            Figure.AtLeast("batch of 500, contacts shared by senders / bare", Median(shared), Median(bare), 0.4),
            Figure.Below("memory under load, peak MB", peak, 350),
            Figure.AtMost("memory under load, last / first pair, MB", _memory[^1], _memory[0], 1.25),
            Figure.Below("first start to first answer, s", sendra.Server.StartTime.TotalSeconds, 2),
            .. fairness,
            .. largest,
            .. overload,
        ];
    }

    /// <summary>Fills Sendra's database and loads it again, in turn with a Sendra whose database is empty.</summary>
    public async Task<Figure> GrownAsync(Contender sendra, Contender empty, Past past)
    {
        Console.WriteLine("Filling");
        await past.FillAsync(sendra.Database);
        await WarmUpAsync(empty);
        var pairs = GrownPairs(sendra, past, empty, 0);
        return Figure.AtLeast(
            "send in a full database / in an empty one, events/s",
            Median(pairs, pair => pair.Full), Median(pairs, pair => pair.Other), 0.8);
    }

    /// <summary>Loads Sendra in its filled database in turn with the limit program, whose events go there, too.</summary>
    public Figure GrownLimit(Contender sendra, Contender limit, Past past)
    {
        var pairs = GrownPairs(sendra, past, limit, past.Contacts);
        return Figure.AtLeast(
            "send in a full database / limit program there, events/s",
            Median(pairs, pair => pair.Full), Median(pairs, pair => pair.Other), 0.6);
    }

    private List<(double Full, double Other)> GrownPairs(Contender sendra, Past past, Contender other, int contactsOfOther)
    {
        Console.WriteLine($"64 connections in a full database, in turn with {other.Name}");
        var pairs = new List<(double, double)>();
        for (var number = 0; number <= size.Pairs; number++)
        {
            pairs.Add((Send(sendra, past.Contacts), Send(other, contactsOfOther)));
        }

        // The first pair was to warm up.
        return pairs[1..];

        double Send(Contender contender, int contacts) =>
            contender.Load(Connections, contender.Calls.Send(new EventBodies(++_seed, contacts), size.Events)).EventsPerSecond;
    }

    private async Task WarmUpAsync(params Contender[] contenders)
    {
        _seed++;
        foreach (var contender in contenders)
        {
            contender.Load(Connections, contender.Calls.Send(new EventBodies(_seed), size.WarmUp));
            await contender.Database.TakeStatisticsAsync();
            contender.Load(1, contender.Calls.Send(new EventBodies(_seed), size.EventsAlone));
        }
    }

    private List<(LoadResult Sendra, LoadResult Limit)> Pairs(Contender sendra, Contender limit, string title, int events, int connections)
    {
        Console.WriteLine(title);
        var pairs = new List<(LoadResult, LoadResult)>();
        for (var number = 0; number < size.Pairs; number++)
        {
            // Who goes first alternates, so that a machine that slows down does so for both.
            _seed++;
            var results = (number % 2 == 0 ? new[] { sendra, limit } : [limit, sendra]).ToDictionary(
                contender => contender,
                contender => contender.Load(connections, contender.Calls.Send(new EventBodies(_seed), events)));
            pairs.Add((results[sendra], results[limit]));
            _memory.Add(sendra.Server.Memory);
        }

        return pairs;
    }

    private async Task<(List<double> Own, List<double> Shared, List<double> Bare)> BatchesAsync(Contender sendra, Contender limit)
    {
        Console.WriteLine("Batches of 500, senders with contacts of their own and with shared ones, and bare inserts of 256");
        var workspaceId = await limit.Database.WorkspaceIdAsync();
        var own = new List<double>();
        var shared = new List<double>();
        var bare = new List<double>();
        for (var number = 0; number <= size.Pairs; number++)
        {
            own.Add(Send([.. Enumerable.Range(0, BatchConnections).Select(_ => new EventBodies(++_seed))]));
            shared.Add(Send([new EventBodies(++_seed)]));
            bare.Add(await limit.Database.InsertBareAsync(workspaceId, size.EventsInBatches));
            Console.WriteLine($"  bare insert: {bare[^1],8:N0} rows/s");
        }

        // The first round was to warm up.
        return (own[1..], shared[1..], bare[1..]);

        double Send(EventBodies[] senders) =>
            sendra.Load(BatchConnections, sendra.Calls.SendBatches(senders, size.EventsInBatches)).EventsPerSecond;
    }

    /// <summary>The middle of some figures.</summary>
    public static double Median<T>(IEnumerable<T> values, Func<T, double> figure) => Median(values.Select(figure));

    /// <summary>The middle of some figures.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
