namespace Sendra.ReliabilityTests.Crashes;

/// <summary>
/// The process is killed at random under load (kill -9), again and again. This is no power failure: what the process
/// gave to the operating system survives it.
/// </summary>
internal sealed class KillTests(string provider) : FaultTest(provider)
{
    [Test]
    public async Task E5_E6_E8_killed_at_random_nothing_acknowledged_is_lost_half_written_or_doubled()
    {
        var kills = Run.Times(3, 50);
        await using var database = await FaultyDatabase.MakeAsync(Provider);
        var node = await SendraProcess.StartAsync(database, Log);
        try
        {
            using var sender = await Sender.SignUpAsync(node, Ledger);
            using var stop = new CancellationTokenSource();
            var sending = sender.RunAsync(() => node.Address, Connections, stop.Token);
            for (var kill = 0; kill < kills; kill++)
            {
                await LoadAsync();
                await node.KillAsync();
                await Audit.WhileRunningAsync(database, Ledger);
                node = await SendraProcess.StartAsync(database, Log);
            }

            await LoadAsync();
            await stop.CancelAsync();
            await sending;
            await Audit.AtTheEndAsync(database, Ledger);
            Run.Report(Provider, "kill -9", kills, Ledger);
        }
        finally
        {
            await node.DisposeAsync();
        }
    }
}
