namespace Sendra.ReliabilityTests.Crashes;

/// <summary>Processes are killed at random while calls go out: none is lost, and only what was under way may come twice.</summary>
internal sealed class CallKillTests(string provider) : FaultTest(provider)
{
    // Of a node and a receiver: 64 under way, and as many that wait to be recorded.
    private const int MostUnrecorded = 128;

    private static readonly Dictionary<string, string> Settings = new() { ["OutgoingCalls__AllowedNetworks"] = "127.0.0.1" };

    [Test]
    public async Task F4_killed_at_random_no_call_is_lost_and_a_double_is_a_claim_that_was_taken_over()
    {
        var kills = Run.Times(2, 50);

        // Only when asked for: fifty times many calls take long.
        var callsPerKill = Run.Size(0, 0);
        await using var receiver = CallReceiver.Start();
        await using var database = await FaultyDatabase.MakeAsync(Provider);
        var node = await SendraProcess.StartAsync(database, Log, Settings);
        try
        {
            using var sender = await Sender.SignUpAsync(node, Ledger);
            object[] call = [new { id = "call", type = "callUrl", method = "POST", url = receiver.Address, body = "{}" }];
            await sender.MakeWorkflowAsync(node.Address, call);
            await sender.MakeWorkflowAsync(node.Address, call, "bought");
            using var stop = new CancellationTokenSource();
            var sending = sender.RunAsync(() => node.Address, Connections, stop.Token);
            for (var kill = 0; kill < kills; kill++)
            {
                await LoadAsync();
                await MakeCallsAsync(callsPerKill);
                await PauseAsync(0, 1_500);
                await node.KillAsync();
                await OutboxAudit.PassAMinuteAsync(database);
                node = await SendraProcess.StartAsync(database, Log, Settings);
            }

            await stop.CancelAsync();
            await sending;
            await OutboxAudit.UntilDoneAsync(database);
            await Audit.AtTheEndAsync(database, Ledger);
            var (done, retaken, doubles) = await OutboxAudit.CheckAsync(database, receiver.Calls, kills * MostUnrecorded);
            Run.Report(Provider, $"kill -9 while calls go out: {done} calls, {retaken} claims taken over, {doubles} doubles", kills, Ledger);

            // The kill comes before the last of them has gone out.
            async Task MakeCallsAsync(int count)
            {
                var gone = receiver.UntilMoreCallsAsync(Random.Next(count / 2, count + 1));
                await sender.EachAsync(() => node.Address, "bought", count);
                await gone;
            }
        }
        finally
        {
            await node.DisposeAsync();
        }
    }
}
