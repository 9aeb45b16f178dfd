using System.Diagnostics;
using System.Globalization;
using Sendra.Benchmarks.Filling;
using Sendra.Benchmarks.Load;
using Sendra.Benchmarks.Report;
using Sendra.Benchmarks.Servers;

namespace Sendra.Benchmarks;

/// <summary>Events before a node deletes half of a year's past, and while it does.</summary>
internal sealed class RetentionBenchmark(Arena arena, BenchmarkSize size, Past past)
{
    private const int Connections = 64;
    private const int Days = 365 / 2;

    // A node begins a minute after it was started.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private int _seed = 4_000;

    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        Console.WriteLine("Filling");
        using var filled = await arena.StartSendraAsync("retention");
        await past.FillAsync(filled.Database);
        await filled.Database.ExecuteAsync($"UPDATE workspaces SET retention_days = {Days}");
        filled.Dispose();
        using var sendra = await arena.StartAgainAsync(filled);
        Console.WriteLine("Events before anything is deleted");
        sendra.Load(Connections, sendra.Calls.Send(new EventBodies(++_seed), size.WarmUp));
        var alone = Measure(sendra);
        var stored = await OldAsync(sendra);
        Console.WriteLine($"Events while {stored:N0} old ones are deleted");
        var began = await BeginningAsync(sendra, stored);
        stored = await OldAsync(sendra);
        var beside = Measure(sendra);
        var left = await OldAsync(sendra);
        Console.WriteLine($"  {(stored - left) / Stopwatch.GetElapsedTime(began).TotalSeconds:N0} events a second were deleted");
        if (left < stored / 10)
        {
            throw new InvalidOperationException("All was deleted before the measuring was over; begin with more events.");
        }

        return
        [
            Figure.AtLeast("send beside retention / alone, events/s", beside.Rate, alone.Rate, 0.8),
            Figure.AtMost("single calls beside retention / alone, p99 ms", beside.P99, alone.P99, 3),
        ];
    }

    private static async Task<long> BeginningAsync(Contender sendra, long stored)
    {
        var started = Stopwatch.GetTimestamp();
        while (await OldAsync(sendra) == stored)
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new InvalidOperationException("Nothing is deleted.");
            }

            await Task.Delay(500);
        }

        return Stopwatch.GetTimestamp();
    }

    // Ids begin with the time, in the order of the key.
    private static Task<long> OldAsync(Contender sendra)
    {
        var due = DateTimeOffset.UtcNow.AddDays(-Days).ToUnixTimeMilliseconds().ToString("x12", CultureInfo.InvariantCulture);
        var bound = Guid.ParseExact($"{due}70008000000000000000", "N");
        return sendra.Database.NumberAsync($"SELECT count(*) FROM received_events WHERE id < {sendra.Database.Literal(bound)}");
    }

    private (double Rate, double P99) Measure(Contender sendra)
    {
        var rates = Enumerable.Range(0, size.Pairs).Select(_ => sendra.Load(Connections, sendra.Calls.Send(new EventBodies(++_seed), size.Events / 2)).EventsPerSecond).ToArray();
        var singles = PacedLoad.Run(sendra.Server.Address, sendra.Calls.Send(new EventBodies(++_seed), size.SingleCalls));
        Console.WriteLine($"  single calls: p50 {singles.P50:N1} ms, p99 {singles.P99:N1} ms");
        return (Benchmark.Median(rates), singles.P99);
    }
}
