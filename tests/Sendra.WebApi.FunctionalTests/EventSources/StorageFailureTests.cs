using System.Data.Common;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.Workspaces;
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
        var taken = new StrongBox<int>();
        var cuts = CutAsync(proxy, taken, done.Token);

        // Every second one can't be mapped and has no id; the others are sent again until they are taken, as senders do.
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async sender =>
        {
            for (var number = 0; number < 25; number++)
            {
                await UntilTakenAsync(source, $$"""{"email":"ada{{sender}}@example.com","event":"x","id":"{{sender}}-{{number}}"}""");
                Interlocked.Increment(ref taken.Value);
                await source.PostAsync("no JSON");
            }
        }));
        await done.CancelAsync();
        await cuts;

        (await App.Database.CountAsync("received_events")).Should().Be(200);
        (await App.Database.CountAsync("deliveries", "status = 1")).Should().Be(200);
        (await App.Database.CountAsync("deliveries d", "status = 1 AND NOT EXISTS (SELECT 1 FROM received_events e WHERE e.id = d.event_id AND e.delivery_id = d.id)")).Should().Be(0);
    }

    [Test]
    public async Task S10_a_table_that_cannot_be_analyzed_fails_no_event()
    {
        Assume.That(App.Database.Provider == "PostgreSql", "Only this database's new tables are analyzed.");
        await using var node = await App.StartNodeAsync([]);
        var client = node.As(await App.RegisterAsync());
        await App.Database.ScalarAsync("ANALYZE");
        await using var other = App.Database.Connect();
        await other.OpenAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "LOCK TABLE contacts IN SHARE UPDATE EXCLUSIVE MODE";
        await command.ExecuteNonQueryAsync();

        // Each of the two writers analyzes after its fourth commit.
        for (var number = 0; number < 10; number++)
        {
            await client.EventAsync("ada@example.com", $"e{number}");
        }

        (await App.Database.CountAsync("received_events")).Should().Be(10);
    }

    [Test]
    public async Task S10_a_file_that_another_program_keeps_is_503_until_it_lets_go()
    {
        Assume.That(App.Database.Provider == "Sqlite", "Only a file can be kept.");
        var client = await App.RegisterAsync();
        await client.EventAsync("ada@example.com", "e");
        await using var other = App.Database.Connect();
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();

        var watch = Stopwatch.StartNew();
        (await client.PostAsync("/api/events/send", new { email = "ada@example.com", eventName = "e" })).ShouldBeProblem(503, "storageUnavailable");
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(5));

        command.CommandText = "ROLLBACK";
        await command.ExecuteNonQueryAsync();
        await client.EventAsync("ada@example.com", "e");
        (await App.Database.CountAsync("received_events")).Should().Be(2);
    }

    [Test]
    public async Task S10_a_connection_that_broke_in_the_hand_is_no_mistake_of_ours()
    {
        Assume.That(App.Database.Provider == "PostgreSql", "No other database's connection can be told to end itself.");
        await using var connection = App.Database.Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT pg_terminate_backend(pg_backend_pid())";
        var ended = await command.Invoking(it => it.ExecuteNonQueryAsync()).Should().ThrowAsync<DbException>();
        var used = await connection.Invoking(async it => await it.BeginTransactionAsync()).Should().ThrowAsync<Exception>();

        StorageTrouble.IsUnavailable(ended.Which).Should().BeTrue();
        StorageTrouble.IsUnavailable(used.Which).Should().BeTrue();
    }

    [Test]
    public async Task S10_a_restart_of_the_server_between_two_requests_goes_unnoticed([Range(1, 3)] int uses)
    {
        Assume.That(App.Database.Provider == "PostgreSql", "No other database's connections can be ended from outside.");
        var registered = await App.RegisterAsync();
        var others = await ReadAsync("SELECT string_agg(pid::text, ',') FROM pg_stat_activity WHERE datname = current_database()");

        // Another text has a pool of its own.
        await using var node = await App.StartNodeAsync(new() { ["ConnectionStrings:Sendra"] = $"{App.Database.ConnectionString};Maximum Pool Size={50 + uses}" });
        var ada = node.As(registered);

        // How often a connection has run a statement matters: it is prepared by its second use.
        for (var use = 1; use <= uses; use++)
        {
            (await ada.GetAsync("/api/contacts")).ShouldBe(200);
            (await ada.GetAsync("/api/events")).ShouldBe(200);
            await ada.EventAsync("ada@example.com", "signUp");
        }

        // As a server does that stops: it says so on each connection before it closes it.
        var pids = await ReadAsync(
            $"SELECT string_agg(pid::text, ',') FROM pg_stat_activity WHERE datname = current_database() AND pid NOT IN ({others}, pg_backend_pid())");
        await ReadAsync($"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid IN ({pids})");
        while (await ReadAsync($"SELECT count(*) FROM pg_stat_activity WHERE pid IN ({pids})") is > 0L)
        {
        }

        (await ada.GetAsync("/api/contacts")).ShouldBe(200);
        (await ada.GetAsync("/api/events")).ShouldBe(200);
        await ada.EventAsync("ada@example.com", "signUp");
    }

    [Test]
    public async Task E6_a_commit_whose_answer_was_lost_right_after_an_outage_is_looked_for()
    {
        Assume.That(App.Database.Provider == "PostgreSql", "The server of this database can't be cut off.");
        await using var proxy = new TcpProxy(App.Database.ConnectionString);
        await using var node = await App.StartNodeAsync(new() { ["ConnectionStrings:Sendra"] = proxy.ConnectionString });
        var client = node.As(await App.RegisterAsync());
        await client.EventAsync("ada@example.com", "before");
        await proxy.StopAsync();

        // So many that each of the writers notices.
        var lost = await Task.WhenAll(Enumerable.Range(0, 8).Select(sender =>
            client.PostAsync("/api/events/send", new { email = $"p{sender}@example.com", eventName = "lost" })));
        lost.Should().AllSatisfy(answer => answer.ShouldBeProblem(503, "storageUnavailable"));

        // Connections of before the outage fail first. Then one commits, and its sender is not told that nothing was stored.
        proxy.Start();
        proxy.BreakAtCommit();
        Answer kept;
        do
        {
            kept = await client.PostAsync("/api/events/send", new { email = "ada@example.com", eventName = "kept" });
        }
        while (kept.Status == 503 && kept.Text.Contains("Nothing was stored", StringComparison.Ordinal));

        kept.ShouldBe(200);
        (await App.Database.CountAsync("received_events", "event_name = 'kept'")).Should().Be(1);
    }

    [Test]
    public async Task E6_a_write_that_was_given_up_while_it_waited_lets_nobody_in()
    {
        Assume.That(App.Database.Provider == "Sqlite", "Only this database's writers wait for each other.");
        var ada = await App.RegisterAsync();
        await using var busy = await App.Node.Services.GetRequiredService<IBulkDatabase>().OpenAsync(CancellationToken.None);
        await busy.BeginAsync(alone: true);
        await using var db = App.Node.Services.GetRequiredService<WorkspaceDbContexts>().For(new WorkspaceId(ada.WorkspaceId));
        using var givenUp = new CancellationTokenSource();
        var waits = db.EventPatterns.ExecuteDeleteAsync(givenUp.Token);
        await givenUp.CancelAsync();
        await waits.Invoking(it => it).Should().ThrowAsync<OperationCanceledException>();

        await busy.Invoking(it => it.CommitAsync()).Should().NotThrowAsync();
    }

    // The line stays up until something got through, however slow the machine is; then it is cut at any moment.
    private static async Task CutAsync(TcpProxy proxy, StrongBox<int> taken, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            var before = Volatile.Read(ref taken.Value);
            while (!done.IsCancellationRequested && Volatile.Read(ref taken.Value) == before)
            {
                await Looks.AgainAsync();
            }

            await Task.Delay(Random.Shared.Next(200), CancellationToken.None);
            await proxy.StopAsync();
            await Task.Delay(Random.Shared.Next(100), CancellationToken.None);
            proxy.Start();
        }
    }

    private static async Task<Answer> UntilTakenAsync(Source source, string body = Signup)
    {
        while (true)
        {
            var answer = await source.PostAsync(body);
            if (answer.Status == 200)
            {
                return answer;
            }

            answer.ShouldBe(503);
            await Looks.AgainAsync();
        }
    }

    private async Task<object?> ReadAsync(string sql)
    {
        await using var connection = App.Database.Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
