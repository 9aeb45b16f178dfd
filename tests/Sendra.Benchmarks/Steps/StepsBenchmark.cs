using System.Diagnostics;
using Sendra.Benchmarks.Load;
using Sendra.Benchmarks.Report;
using Sendra.Benchmarks.Servers;

namespace Sendra.Benchmarks.Steps;

/// <summary>What steps cost those who send, and how many of them there can be.</summary>
/// <param name="plain">A Sendra whose automation has no steps.</param>
/// <param name="stepped">One whose automation has five, of which the first is a wait.</param>
internal sealed class StepsBenchmark(Contender plain, Contender stepped, BenchmarkSize size)
{
    private const int Connections = 64;
    private static readonly TimeSpan Spread = TimeSpan.FromSeconds(15);

    /// <summary>Five steps; nobody leaves the first while this runs.</summary>
    public static readonly object[] FiveSteps =
    [
        new { id = "a", type = "wait", @for = "P3D", next = "b" },
        new { id = "b", type = "branch", paths = new[] { new { name = "pro", when = new { field = "event.plan", op = "equals", value = "pro" }, next = "d" } }, otherwise = "c" },
        new { id = "c", type = "updateContact", set = new { firstName = "{{ contact.firstName }}" }, next = "d" },
        new { id = "d", type = "wait", @for = "P7D", next = "e" },
        new { id = "e", type = "updateContact", set = new { lastName = "{{ event.plan }}" } },
    ];

    private int _seed = 7_000;

    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        Console.WriteLine("Events of an automation with five steps, in turn with one without");
        var turns = Enumerable.Range(0, size.Pairs + 1).Select(Turn).ToList()[1..];
        var withSteps = Benchmark.Median(turns, turn => turn.Stepped);

        Console.WriteLine($"{size.Sleeping:N0} sleeping runs, {size.Due:N0} of them due at once");
        var (memory, groups) = (stepped.Server.Memory, size.Pairs);
        var runs = await SleepingRuns.MakeAsync(stepped, size.Sleeping, size.Due);
        var beside = Enumerable.Range(0, size.Pairs).Select(_ => Send(stepped)).ToList();
        var memoryBeside = stepped.Server.Memory;

        var rates = new List<double>();
        for (var group = 0; group < groups; group++)
        {
            await runs.WakeAsync(group);
            rates.Add(await CarryAsync(runs, size.Due));
            Console.WriteLine($"  due at once: {rates[^1] * SleepingRuns.StepsLeft:N0} steps/s, {stepped.Server.Memory:N0} MB");
        }

        var rate = Benchmark.Median(rates);
        var bare = await stepped.Database.CarryBareAsync(size.Due);
        Console.WriteLine($"  bare claim, update and insert: {bare * SleepingRuns.StepsLeft:N0} steps/s");

        var paced = (int)Math.Min(size.Due, rate / 2 * Spread.TotalSeconds);
        var since = DateTimeOffset.UtcNow;
        await runs.WakeAsync(groups, Spread, paced);
        await CarryAsync(runs, paced);
        var lag = await runs.LagAsync(since);
        Console.WriteLine($"  half of that rate: p99 {lag:N0} ms late");

        await runs.WakeAsync(groups + 1);
        var carrying = Task.Run(() => CarryAsync(runs, size.Due));
        var besideDue = new List<double>();
        do
        {
            besideDue.Add(Send(stepped));
        }
        while (!carrying.IsCompleted);
        var carried = await carrying;
        Console.WriteLine($"  beside sends: {carried * SleepingRuns.StepsLeft:N0} steps/s");
        return
        [
            Figure.AtLeast("send, automation with five steps / without, events/s", withSteps, Benchmark.Median(turns, turn => turn.Plain), 0.9),
            Figure.AtLeast($"send beside {size.Sleeping:N0} sleeping runs / without, events/s", Benchmark.Median(beside), withSteps, 0.9),
            Figure.Below("memory that sleeping runs take, MB", memoryBeside - memory, 50),
            Figure.AtLeast("due steps / bare claim, update and insert of 256, steps/s", rate * SleepingRuns.StepsLeft, bare * SleepingRuns.StepsLeft, 0.5),
            Figure.Below("due steps at half of that rate, p99 of the lag, ms", lag, 1_000),
            Figure.AtLeast("send beside due steps at full rate / alone, events/s", besideDue[0], Benchmark.Median(beside), 0.6),
        ];
    }

    private (double Stepped, double Plain) Turn(int number)
    {
        _seed++;
        Contender[] order = number % 2 == 0 ? [stepped, plain] : [plain, stepped];
        var results = order.ToDictionary(one => one, Send);
        return (results[stepped], results[plain]);
    }

    private double Send(Contender contender) => contender.Load(Connections, contender.Calls.Send(new EventBodies(_seed), size.Events)).EventsPerSecond;

    /// <returns>How many a second.</returns>
    private static async Task<double> CarryAsync(SleepingRuns runs, int count)
    {
        var started = Stopwatch.GetTimestamp();
        while (await runs.AnyDueAsync())
        {
            await Task.Delay(50);
        }

        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
