using Sendra.WebApi.FunctionalTests.EventSources;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Http;

/// <summary>Many ask at once for what this node has not seen yet, and the database is slow.</summary>
internal sealed class FirstSightTests(string provider) : FunctionalTest(provider)
{
    private const int AtOnce = 32;

    private const string Signup = """{"email":"ada@example.com","event":"signUp"}""";

    [TestCase("event_source_tokens", "token")]
    [TestCase("event_source_tokens", "unknown token")]
    [TestCase("api_keys", "key")]
    [TestCase("api_keys", "unknown key")]
    [TestCase("sessions", "session")]
    public async Task S10_what_a_node_has_not_seen_is_looked_up_once_at_a_time(string table, string what)
    {
        var (call, status) = await CallAsync(what);
        var (lookups, running, most) = (0, 0, 0);
        using var underWay = new RequestsUnderWay();
        using var watch = new QueryWatch(null, table, _ =>
        {
            Interlocked.Increment(ref lookups);
            most = Math.Max(most, Interlocked.Increment(ref running));

            // Slow until all have come.
            SpinWait.SpinUntil(() => underWay.Count >= AtOnce, TimeSpan.FromSeconds(2));
            Interlocked.Decrement(ref running);
        });

        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => call()));

        answers.Should().AllSatisfy(answer => answer.ShouldBe(status));
        most.Should().Be(1);
        lookups.Should().BeLessThan(AtOnce / 2);
    }

    [Test]
    public async Task S10_a_slow_database_refuses_no_delivery_to_a_token_that_the_node_has_not_seen()
    {
        Assume.That(App.Database.Provider == "PostgreSql", "No line leads to this database.");
        var source = await Source.CreateAsync(await App.RegisterAsync());
        await using var proxy = new TcpProxy(App.Database.ConnectionString);
        await using var node = await App.StartNodeAsync(new() { ["ConnectionStrings:Sendra"] = proxy.ConnectionString });
        proxy.Latency = TimeSpan.FromMilliseconds(150);

        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => node.Anonymous().PostTextAsync($"/api/webhooks/{source.Token}", Signup)));

        answers.Should().AllSatisfy(answer => answer.ShouldBe(200));
        (await source.CountsAsync()).Processed.Should().Be(AtOnce);
    }

    private async Task<(Func<Task<Answer>> Call, int Status)> CallAsync(string what)
    {
        var owner = await App.RegisterAsync();
        switch (what)
        {
            case "token":
                var source = await Source.CreateAsync(owner);
                return (() => source.PostAsync(Signup), 200);
            case "unknown token":
                var unknown = $"/api/webhooks/{new string('x', 32)}";
                return (() => App.Anonymous().PostTextAsync(unknown, Signup), 404);
            case "key" or "unknown key":
                var program = await App.ProgramAsync(owner, "read");
                if (what == "unknown key")
                {
                    var id = (await owner.ItemsAsync("/api/api-keys"))[0].GetProperty("id").GetGuid();
                    (await owner.DeleteAsync($"/api/api-keys/{id}")).ShouldBe(204);
                }

                return (() => program.GetAsync("/api/event-patterns"), what == "key" ? 200 : 401);
            default:
                return (() => App.Node.As(owner).GetAsync("/api/event-patterns"), 200);
        }
    }
}
