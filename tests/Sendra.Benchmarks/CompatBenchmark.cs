using System.Text.Json.Nodes;
using Sendra.Benchmarks.Load;
using Sendra.Benchmarks.Report;
using Sendra.Benchmarks.Servers;

namespace Sendra.Benchmarks;

/// <summary>The same events as other products' clients send them and as the API takes them, in turn, with the same key.</summary>
internal sealed class CompatBenchmark(Contender sendra, BenchmarkSize size)
{
    private const int Connections = 64;
    private const int BatchConnections = 4;
    private const int PerBatch = 100;

    private int _seed = 2_000;

    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        Console.WriteLine($"Events of other products' clients and of the API, one by one and {PerBatch} at a time");
        var key = await SendraClient.PostAsync(sendra.Server.Address, sendra.Cookie, "/api/api-keys", new { name = "Benchmark", scopes = (string[])["events:send"] });
        var calls = new HttpCalls(sendra.Server.Address, "", "", key.GetProperty("key").GetString());
        var figures = new List<Figure>();
        foreach (var (product, theirs) in Products(calls))
        {
            figures.Add(Row($"{product} / send, events/s", Turns(Connections, size.Events / 2, 1, events => theirs(events[0]), events => calls.Event(events[0].ToJsonString()))));
        }

        figures.Add(Row(
            $"Segment, batches of {PerBatch} / batches of {PerBatch}, events/s",
            Turns(
                BatchConnections,
                size.EventsInBatches / 2,
                PerBatch,
                events => calls.To("/compat/segment/v1/batch", new JsonObject { ["batch"] = new JsonArray([.. events.Select(Tracked)]) }.ToJsonString()),
                events => calls.Batch(new JsonObject { ["events"] = new JsonArray([.. events]) }.ToJsonString()))));
        await sendra.VerifyAsync(eventsOnly: true);
        return figures;
    }

    // Each says the same of an event: who, what, and its properties.
    private static IEnumerable<(string Product, Func<JsonObject, byte[]> Call)> Products(HttpCalls calls) =>
    [
        ("Resend", one => calls.To("/compat/resend/events/send", new JsonObject { ["event"] = Of(one, "eventName"), ["email"] = Of(one, "email"), ["payload"] = Of(one, "eventProperties") }.ToJsonString())),
        ("Loops", one => calls.To("/compat/loops/api/v1/events/send", one.ToJsonString())),
        ("Customer.io", one => calls.To(
            $"/compat/customerio/api/v1/customers/{Uri.EscapeDataString((string)one["email"]!)}/events", new JsonObject { ["name"] = Of(one, "eventName"), ["data"] = Of(one, "eventProperties") }.ToJsonString())),
        ("Plunk", one => calls.To("/compat/plunk/api/v1/track", new JsonObject
        {
            ["event"] = Of(one, "eventName"),
            ["email"] = Of(one, "email"),
            ["data"] = new JsonObject(one["eventProperties"]!.AsObject().Select(property =>
                KeyValuePair.Create(property.Key, (JsonNode?)new JsonObject { ["value"] = property.Value!.DeepClone(), ["persistent"] = false }))),
        }.ToJsonString())),
    ];

    private static JsonObject Tracked(JsonObject one) => new()
    {
        ["type"] = "track",
        ["event"] = Of(one, "eventName"),
        ["properties"] = Of(one, "eventProperties"),
        ["context"] = new JsonObject { ["traits"] = new JsonObject { ["email"] = Of(one, "email") } },
    };

    private static JsonNode? Of(JsonObject one, string field) => one[field]!.DeepClone();

    private static Figure Row(string name, List<(double Theirs, double Api)> turns) =>
        Figure.AtLeast(name, Benchmark.Median(turns, turn => turn.Theirs), Benchmark.Median(turns, turn => turn.Api), 0.9);

    private static byte[][] Calls(EventBodies bodies, int events, int perCall, Func<JsonObject[], byte[]> call) =>
    [
        .. Enumerable.Range(0, events / perCall).Select(_ => call([.. Enumerable.Range(0, perCall).Select(_ => Bare(bodies.Next()))])),
    ];

    // What all of them can say.
    private static JsonObject Bare(string body)
    {
        var one = JsonNode.Parse(body)!.AsObject();
        one.Remove("contactProperties");
        return one;
    }

    // The first turn is to warm up. Who goes first alternates, so that a machine that slows down does so for both.
    private List<(double Theirs, double Api)> Turns(int connections, int events, int perCall, Func<JsonObject[], byte[]> theirs, Func<JsonObject[], byte[]> api)
    {
        var turns = new List<(double Theirs, double Api)>();
        for (var round = 0; round <= size.Pairs; round++)
        {
            var figures = (Theirs: 0d, Api: 0d);
            foreach (var isTheirs in round % 2 == 0 ? new[] { true, false } : [false, true])
            {
                var calls = Calls(new EventBodies(++_seed), events, perCall, isTheirs ? theirs : api);
                var speed = sendra.Load(connections, calls, isTheirs ? perCall : 1).EventsPerSecond;
                figures = isTheirs ? figures with { Theirs = speed } : figures with { Api = speed };
            }

            turns.Add(figures);
        }

        return turns[1..];
    }
}
