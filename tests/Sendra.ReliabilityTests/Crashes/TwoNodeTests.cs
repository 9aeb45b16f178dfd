namespace Sendra.ReliabilityTests.Crashes;

/// <summary>Two nodes on one database, of which one dies while the other goes on.</summary>
internal sealed class TwoNodeTests(string provider) : FaultTest(provider)
{
    [Test]
    public async Task E5_E6_E7_E8_one_of_two_nodes_killed_loses_and_doubles_nothing()
    {
        Assume.That(Provider, Is.Not.EqualTo("Sqlite"), "SQLite serves one node.");
        var kills = Run.Times(2, 20);
        await using var database = await FaultyDatabase.MakeEmptyAsync(Provider);

        // Both find an empty database: one migrates it, the other waits.
        var nodes = new[] { SendraProcess.Launch(database, Log), SendraProcess.Launch(database, Log) };
        try
        {
            await Task.WhenAll(nodes.Select(node => node.UntilReadyAsync()));
            using var sender = await Sender.SignUpAsync(nodes[0], Ledger);
            using var stop = new CancellationTokenSource();
            var turn = 0;
            var sending = sender.RunAsync(() => nodes[Interlocked.Increment(ref turn) & 1].Address, Connections, stop.Token);
            for (var kill = 0; kill < kills; kill++)
            {
                await LoadAsync();
                var victim = Random.Next(2);
                await nodes[victim].KillAsync();
                await Audit.WhileRunningAsync(database, Ledger);
                nodes[victim] = await SendraProcess.StartAsync(database, Log);
            }

            await stop.CancelAsync();
            await sending;
            await Audit.AtTheEndAsync(database, Ledger);
            Run.Report(Provider, "one of two nodes killed", kills, Ledger);
        }
        finally
        {
            await nodes[0].DisposeAsync();
            await nodes[1].DisposeAsync();
        }
    }
}
