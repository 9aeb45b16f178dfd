namespace Sendra.ReliabilityTests.Crashes;

/// <summary>The database server fails under load and comes back.</summary>
internal sealed class DatabaseStopTests(string provider) : FaultTest(provider)
{
    [Test]
    public async Task S10_E6_E8_while_the_database_is_away_senders_are_told_so_and_then_it_goes_on_by_itself()
    {
        Assume.That(Provider, Is.EqualTo("PostgreSql"), "This database has no server.");
        var stops = Run.Times(2, 20);
        await using var database = await FaultyDatabase.MakeAsync(Provider);
        await using var node = await SendraProcess.StartAsync(database, Log);
        using var sender = await Sender.SignUpAsync(node, Ledger);
        using var stop = new CancellationTokenSource();
        var sending = sender.RunAsync(() => node.Address, Connections, stop.Token);
        for (var number = 0; number < stops; number++)
        {
            await LoadAsync();
            Servers.PostgreSql.Crash();
            (await node.StatusAsync("/health/ready")).Should().Be(503);
            (await node.StatusAsync("/health/live")).Should().Be(200);
            await PauseAsync(0, 4000);
            Servers.PostgreSql.Continue();
            await Audit.WhileRunningAsync(database, Ledger);
        }

        await node.UntilReadyAsync();
        await stop.CancelAsync();
        await sending;
        await Audit.AtTheEndAsync(database, Ledger);
        Run.Report(Provider, "database stopped", stops, Ledger);
    }
}
