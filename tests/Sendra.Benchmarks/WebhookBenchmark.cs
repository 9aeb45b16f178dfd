using Sendra.Benchmarks.Load;
using Sendra.Benchmarks.Report;
using Sendra.Benchmarks.Servers;

namespace Sendra.Benchmarks;

/// <summary>The same events by webhook and by the API, in turn: one by one, and a hundred at a time.</summary>
internal sealed class WebhookBenchmark(Contender sendra, BenchmarkSize size)
{
    private const int Connections = 64;
    private const int ListConnections = 4;
    private const int PerList = 100;

    private int _seed = 1_000;

    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        Console.WriteLine($"Events by webhook and by the API, one by one and {PerList} at a time");
        var lists = await SendraClient.MakeListSourceAsync(sendra.Server.Address, sendra.Cookie);
        var single = new List<(double Webhook, double Api)>();
        var many = new List<(double Webhook, double Api)>();
        for (var round = 0; round <= size.Pairs; round++)
        {
            single.Add(Turn(
                round,
                Connections,
                bodies => sendra.Calls.Deliver(bodies, size.Events / 2),
                bodies => sendra.Calls.Send(bodies, size.Events / 2)));
            many.Add(Turn(
                round,
                ListConnections,
                bodies => sendra.Calls.DeliverLists(lists, bodies, size.EventsInBatches / 2, PerList),
                bodies => sendra.Calls.SendBatches(bodies, size.EventsInBatches / 2, PerList)));
        }

        await sendra.VerifyAsync(eventsOnly: true);

        // The first round was to warm up.
        return [Row("webhooks, one item / send, events/s", single[1..]), Row($"webhooks, lists of {PerList} / batches of {PerList}, events/s", many[1..])];
    }

    private static Figure Row(string name, List<(double Webhook, double Api)> turns) =>
        Figure.AtLeast(name, Benchmark.Median(turns, turn => turn.Webhook), Benchmark.Median(turns, turn => turn.Api), 0.9);

    // Who goes first alternates, so that a machine that slows down does so for both.
    private (double Webhook, double Api) Turn(int round, int connections, Func<EventBodies, byte[][]> byWebhook, Func<EventBodies, byte[][]> byApi)
    {
        var figures = (Webhook: 0d, Api: 0d);
        foreach (var isWebhook in round % 2 == 0 ? new[] { true, false } : [false, true])
        {
            var speed = sendra.Load(connections, (isWebhook ? byWebhook : byApi)(new EventBodies(++_seed))).EventsPerSecond;
            figures = isWebhook ? figures with { Webhook = speed } : figures with { Api = speed };
        }

        return figures;
    }
}
