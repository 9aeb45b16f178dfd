namespace Sendra.ReliabilityTests.Crashes;

/// <summary>SIGTERM under load: what was accepted is finished and answered; the rest is refused in words or not at all.</summary>
internal sealed class GracefulStopTests(string provider) : FaultTest(provider)
{
    [Test]
    public async Task E6_a_stop_under_load_finishes_what_it_accepted()
    {
        var stops = Run.Times(2, 20);
        await using var database = await FaultyDatabase.MakeAsync(Provider);
        var node = await SendraProcess.StartAsync(database, Log);
        try
        {
            using var sender = await Sender.SignUpAsync(node, Ledger);
            using var stop = new CancellationTokenSource();
            var sending = sender.RunAsync(() => node.Address, Connections, stop.Token);
            for (var number = 0; number < stops; number++)
            {
                await LoadAsync();
                node.Terminate();
                (await node.ExitAsync()).Should().Be(0);
                await Audit.WhileRunningAsync(database, Ledger);
                node = await SendraProcess.StartAsync(database, Log);
            }

            await stop.CancelAsync();
            await sending;
            await Audit.AtTheEndAsync(database, Ledger);
            Ledger.Duplicates.Should().Be(0, "whatever was done was also answered");
            Run.Report(Provider, "SIGTERM", stops, Ledger);
        }
        finally
        {
            await node.DisposeAsync();
        }
    }

    [Test]
    public async Task A_node_that_drains_is_not_ready_but_still_serves()
    {
        await using var database = await FaultyDatabase.MakeAsync(Provider);
        await using var node = await SendraProcess.StartAsync(database, Log, new Dictionary<string, string> { ["Shutdown__DrainSeconds"] = "15" });
        using var sender = await Sender.SignUpAsync(node, Ledger);

        node.Terminate();

        int? ready;
        while ((ready = await node.StatusAsync("/health/ready")) == 200)
        {
        }

        ready.Should().Be(503);
        (await node.StatusAsync("/health/live")).Should().Be(200);
        (await sender.StatusAsync(node.Address, "/api/events")).Should().Be(200);
        (await sender.StatusAsync(node.Address, "/api/events/stream")).Should().Be(503, "a tail would have to end at once");
        (await node.ExitAsync()).Should().Be(0);
    }
}
