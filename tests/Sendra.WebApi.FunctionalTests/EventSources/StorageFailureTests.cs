using System.Diagnostics;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.EventSources;

/// <summary>The database goes away and comes back (S10). On PostgreSQL, whose server stands at the end of a line that can be cut.</summary>
internal sealed class StorageFailureTests(string provider) : FunctionalTest(provider)
{
    private const string Signup = """{"email":"ada@example.com","event":"signUp","id":"d1"}""";

    [Test]
    public async Task S10_while_the_database_is_away_deliveries_get_5xx_in_5_s_and_nothing_is_half_written([Values] bool sourceIsKnown)
    {
        Assume.That(App.Database.Provider == "PostgreSql", "The server of this database can't be cut off.");
        await using var proxy = new TcpProxy(App.Database.ConnectionString);
        await using var node = await App.StartNodeAsync(new() { ["ConnectionStrings:Sendra"] = proxy.ConnectionString });
        var client = node.As(await App.RegisterAsync());
        var source = await Source.CreateAsync(client);
        await client.LiveAutomationAsync("signUp");
        if (sourceIsKnown)
        {
            (await source.PostAsync("{}")).ShouldBe(200);
        }

        await proxy.StopAsync();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var watch = Stopwatch.StartNew();
            var answers = await Task.WhenAll(source.PostAsync(Signup), source.PostAsync("no JSON"));
            watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(5));
            answers.Should().AllSatisfy(answer => answer.ShouldBeProblem(503, "storageUnavailable").Headers.RetryAfter.Should().NotBeNull());
        }

        (await App.Database.CountAsync("deliveries")).Should().Be(sourceIsKnown ? 1 : 0);
        (await App.Database.CountAsync("contacts")).Should().Be(0);

        proxy.Start();
        (await UntilTakenAsync(source)).Json.Effect().Should().Be((1, 0));
        (await source.PostAsync(Signup)).ShouldBe(200).Json.Text("status").Should().Be("duplicate");
        (await App.Database.CountAsync("received_events")).Should().Be(1);
        (await App.Database.CountAsync("enrollments")).Should().Be(1);
    }

    [Test]
    public async Task S10_cuts_under_load_lose_and_double_nothing()
    {
        Assume.That(App.Database.Provider == "PostgreSql", "The server of this database can't be cut off.");
        await using var proxy = new TcpProxy(App.Database.ConnectionString);
        await using var node = await App.StartNodeAsync(new() { ["ConnectionStrings:Sendra"] = proxy.ConnectionString });
        var source = await Source.CreateAsync(node.As(await App.RegisterAsync()));
        using var done = new CancellationTokenSource();
        var cuts = CutAsync(proxy, done.Token);

        // Every second one can't be mapped and has no id; the others are sent again until they are taken, as senders do.
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async sender =>
        {
            for (var number = 0; number < 25; number++)
            {
                await UntilTakenAsync(source, $$"""{"email":"ada{{sender}}@example.com","event":"x","id":"{{sender}}-{{number}}"}""");
                await source.PostAsync("no JSON");
            }
        }));
        await done.CancelAsync();
        await cuts;

        (await App.Database.CountAsync("received_events")).Should().Be(200);
        (await App.Database.CountAsync("deliveries", "status = 1")).Should().Be(200);
        (await App.Database.CountAsync("deliveries d", "status = 1 AND NOT EXISTS (SELECT 1 FROM received_events e WHERE e.id = d.event_id AND e.delivery_id = d.id)")).Should().Be(0);
    }

    private static async Task CutAsync(TcpProxy proxy, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            await Task.Delay(Random.Shared.Next(100, 400), CancellationToken.None);
            await proxy.StopAsync();
            await Task.Delay(Random.Shared.Next(100), CancellationToken.None);
            proxy.Start();
        }
    }

    private static async Task<Answer> UntilTakenAsync(Source source, string body = Signup)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var answer = await source.PostAsync(body);
            if (answer.Status == 200)
            {
                return answer;
            }

            answer.ShouldBe(503);
            watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(30));
            await Task.Delay(50);
        }
    }
}
