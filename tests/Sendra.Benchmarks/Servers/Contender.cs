using Sendra.Benchmarks.Databases;
using Sendra.Benchmarks.Load;

namespace Sendra.Benchmarks.Servers;

/// <summary>A server of one node or several with its database, and what it has acknowledged.</summary>
internal sealed class Contender(string name, IReadOnlyList<ServerProcess> nodes, BenchmarkDatabase database, string cookie, string webhook = "") : IDisposable
{
    private long _events;
    private long _enrolled;
    private long _exited;

    public string Name => name;

    /// <summary>The first of its nodes.</summary>
    public ServerProcess Server => nodes[0];

    /// <summary>How much of the processors all nodes have used.</summary>
    public TimeSpan Cpu => nodes.Aggregate(TimeSpan.Zero, (sum, node) => sum + node.Cpu);

    public BenchmarkDatabase Database => database;

    public string Cookie => cookie;

    /// <summary>Makes calls for this server.</summary>
    public HttpCalls Calls { get; } = new(nodes[0].Address, cookie, webhook);

    /// <summary>Makes a client with this server's session, for answers of any length.</summary>
    public HttpClient Client()
    {
        var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = Server.Address, Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return client;
    }

    /// <summary>Makes more workspaces, each with its own user and automation, and calls for each.</summary>
    public async Task<HttpCalls[]> MoreWorkspacesAsync(int count)
    {
        var calls = new HttpCalls[count];
        for (var i = 0; i < count; i++)
        {
            var (session, source) = await SendraClient.PrepareAsync(Server.Address, $"benchmark{i}@example.com");
            calls[i] = new HttpCalls(Server.Address, session, source);
        }

        return calls;
    }

    /// <summary>Loads the server, each node alike.</summary>
    /// <param name="connections">How many calls are under way at once.</param>
    /// <param name="calls">The calls.</param>
    /// <param name="perAnswer">How many events an answer acknowledges that says no number.</param>
    public LoadResult Load(int connections, IEnumerable<byte[]> calls, int perAnswer = 1)
    {
        var before = Cpu;
        var result = LoadGenerator.Run([.. nodes.Select(node => node.Address)], connections, calls);
        result = result with { Events = result.Events * perAnswer };
        result = result with { CpuMicroseconds = (Cpu - before).TotalMicroseconds / Math.Max(1, result.Events) };
        Acknowledge(result);
        var refused = result.Refused == 0 ? "" : $", {result.Refused:N0} calls refused";
        Console.WriteLine(
            $"  {name,-6} {connections,2} connections: {result.EventsPerSecond,8:N0} events/s, p50 {result.P50:N2} ms, p99 {result.P99:N2} ms, " +
            $"{result.CpuMicroseconds:N0} µs of CPU an event, {Server.Memory:N0} MB{refused}");
        return result;
    }

    /// <summary>Adds what a load of this server came to, to be verified.</summary>
    public void Acknowledge(LoadResult result)
    {
        lock (Calls)
        {
            _events += result.Events;
            _enrolled += result.Enrolled;
            _exited += result.Exited;
        }
    }

    /// <summary>Checks that the rows are what was acknowledged (E6).</summary>
    /// <param name="eventsOnly">Where not every answer says what it enrolled.</param>
    /// <exception cref="InvalidOperationException">They are not.</exception>
    public async Task VerifyAsync(bool eventsOnly = false)
    {
        (string What, string Sql, long Expected)[] checks =
        [
            ("events", "SELECT count(*) FROM received_events", _events),
            ("enrolled", "SELECT sum(enrolled) FROM received_events", _enrolled),
            ("enrollments", "SELECT count(*) FROM enrollments", _enrolled),
            ("exited", "SELECT sum(exited) FROM received_events", _exited),
            ("exited enrollments", "SELECT count(*) FROM enrollments WHERE status = 3", _exited),
        ];
        foreach (var (what, sql, expected) in eventsOnly ? checks[..1] : checks)
        {
            var found = await database.NumberAsync(sql);
            if (found != expected)
            {
                throw new InvalidOperationException($"{name}: {expected} {what} were acknowledged, the database has {found}.");
            }
        }

        Console.WriteLine($"  {name}: all {_events} acknowledged events{(eventsOnly ? "" : $", {_enrolled} enrolled and {_exited} exited")} are in the database.");
    }

    public void Dispose()
    {
        foreach (var node in nodes)
        {
            node.Dispose();
        }
    }
}
