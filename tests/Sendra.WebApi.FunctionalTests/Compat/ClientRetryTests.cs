using System.Diagnostics.Metrics;
using System.Net.Sockets;
using System.Text;

namespace Sendra.WebApi.FunctionalTests.Compat;

/// <summary>
/// Other products' clients that try again by themselves, when this server says that it can't take a call now. Those of Resend, Loops and Plunk
/// leave that to the program.
/// </summary>
internal sealed class ClientRetryTests(string provider) : FunctionalTest(provider)
{
    private const string Ada = "ada@example.com";

    // More than is left of what a node may hold, and less than an event may have.
    private static readonly string Long = new('x', 25_000);

    [TestCase("segment")]
    [TestCase("pipelines")]
    [TestCase("customerio")]
    public async Task A_client_that_is_too_fast_waits_and_loses_nothing(string product)
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        await using var limited = await App.StartNodeAsync(new Dictionary<string, string> { ["RateLimits:KeyCallsPerSecond"] = "1" });
        using var answers = new Answers(429);

        var results = await Clients.RunAsync(product, limited.Address, program.ApiKey!, Event(product, "1"), Event(product, "2"), Event(product, "3"));

        results.Should().AllSatisfy(result => result.Value());
        (await owner.EventsAsync()).Should().HaveCount(3);
        answers.First.IsCompleted.Should().BeTrue("it was told to wait");
    }

    [TestCase("segment")]
    [TestCase("pipelines")]
    [TestCase("customerio")]
    public async Task A_client_comes_back_to_a_server_that_had_no_room(string product)
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        await using var small = await App.StartNodeAsync(new Dictionary<string, string> { ["HttpLimits:HeldBodyMegabytes"] = "1" });
        using var answers = new Answers(503);
        using var holder = await HoldAsync(small.Address, program.ApiKey!);

        var sending = Clients.RunAsync(product, small.Address, program.ApiKey!, Event(product, Long));
        if (await Task.WhenAny(answers.First, sending) == sending)
        {
            await sending;
            Assert.Fail("It was not told that there is no room.");
        }

        holder.Close();

        (await sending)[0].Value();
        (await owner.EventsAsync()).Should().ContainSingle();
    }

    private static (string, object[]) Event(string product, string text) => product == "customerio"
        ? ("track", [Ada, new { name = "e", data = new { text } }])
        : ("track", [new { userId = "1815", @event = "e", properties = new { email = Ada, text } }]);

    // A call whose body never ends: what it has sent stays in the node's hands.
    private static async Task<TcpClient> HoldAsync(Uri node, string key)
    {
        var client = new TcpClient();
        await client.ConnectAsync(node.Host, node.Port);
        var sent = new byte[1_035_000];
        Array.Fill(sent, (byte)' ');
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/events/batch HTTP/1.1\r\nHost: {node.Authority}\r\nAuthorization: Bearer {key}\r\nContent-Type: application/json\r\nContent-Length: 1048576\r\n\r\n"));
        await client.GetStream().WriteAsync(sent);
        return client;
    }

    // The server's own count of its answers.
    private sealed class Answers : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Answers(int status)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "http.server.request.duration")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
            {
                var (isStatus, isCompat) = (false, false);
                foreach (var (name, value) in tags)
                {
                    isStatus |= name == "http.response.status_code" && Equals(value, status);
                    isCompat |= name == "http.route" && value is string route && route.Contains("compat/", StringComparison.Ordinal);
                }

                if (isStatus && isCompat)
                {
                    _first.TrySetResult();
                }
            });
            _listener.Start();
        }

        public Task First => _first.Task;

        public void Dispose() => _listener.Dispose();
    }
}
