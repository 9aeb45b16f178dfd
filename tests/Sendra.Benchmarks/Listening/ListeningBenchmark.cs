using Sendra.Benchmarks.Load;
using Sendra.Benchmarks.Report;
using Sendra.Benchmarks.Servers;

namespace Sendra.Benchmarks.Listening;

/// <summary>What it costs that automations listen: each way of it in turn with the same automation without, and conditions on a long past.</summary>
internal sealed class ListeningBenchmark(Arena arena, BenchmarkSize size)
{
    private const int Connections = 64;

    // The same work without: one step, and the exit event ends the runs, as its arrival does when they wait for it.
    private static readonly BenchmarkAutomation Waits = new() { Steps = [new { id = "wait", type = "wait", @for = "P3D" }] };

    private static readonly (string Name, BenchmarkAutomation Without, BenchmarkAutomation With)[] Ways =
    [
        // The amounts hardly ever repeat, so that as many are enrolled.
        ("oncePerKey", new(), new() { Key = "event.amount" }),
        (
            "waitForEvent",
            Waits,
            new(Exit: null) { Steps = [new { id = "wait", type = "waitForEvent", eventName = EventBodies.ExitEvent, timeout = "P3D" }] }),

        // True for every run, once the event that made it is read.
        ("correlated exits", new(), new() { ExitWhere = new { any = new[] { WithTrigger("equals"), WithTrigger("notEquals") } } }),
        ("a history condition", new(), new() { Where = new { not = new { received = EventBodies.ExitEvent, within = "P90D", atLeast = 50 } } }),
    ];

    private int _seed = 9_000;

    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        var figures = new List<Figure>();
        foreach (var (number, (name, without, with)) in Ways.Index())
        {
            Console.WriteLine($"Events of an automation with {name}, in turn with one without");
            using var plain = await arena.StartSendraAsync($"plain{number}", automation: without);
            using var listening = await arena.StartSendraAsync($"listens{number}", automation: with);
            var turns = Enumerable.Range(0, size.Pairs + 1).Select(turn => Turn(plain, listening, turn)).ToList()[1..];
            figures.Add(Figure.AtLeast(
                $"send, automation with {name} / without, events/s",
                Benchmark.Median(turns, turn => turn.With), Benchmark.Median(turns, turn => turn.Without), 0.8));
        }

        using var sendra = await arena.StartSendraAsync("past");
        return [.. figures, .. await new LongPast(sendra, size.Listened).RunAsync(size.EventsAlone)];
    }

    private (double Without, double With) Turn(Contender without, Contender with, int number)
    {
        _seed++;
        Contender[] order = number % 2 == 0 ? [with, without] : [without, with];
        var results = order.ToDictionary(
            one => one, one => one.Load(Connections, one.Calls.Send(new EventBodies(_seed), size.Events)).EventsPerSecond);
        return (results[without], results[with]);
    }

    private static object WithTrigger(string op) => new { field = "event.plan", op, value = new { field = "trigger.plan" } };
}
