using System.Globalization;

namespace Sendra.ReliabilityTests.Crashes;

/// <summary>Processes are killed at random while calls go out: none is lost, and only what was under way may come twice.</summary>
internal sealed class CallKillTests(string provider) : FaultTest(provider)
{
    // A claim that was cut off is taken over after a minute.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly Dictionary<string, string> Settings = new() { ["OutgoingCalls__AllowedNetworks"] = "127.0.0.1" };

    [Test]
    public async Task F4_killed_at_random_no_call_is_lost_and_a_double_is_a_claim_that_was_taken_over()
    {
        var kills = Run.Times(2, 50);
        await using var receiver = CallReceiver.Start();
        await using var database = await FaultyDatabase.MakeAsync(Provider);
        var node = await SendraProcess.StartAsync(database, Log, Settings);
        try
        {
            using var sender = await Sender.SignUpAsync(node, Ledger);
            await sender.MakeWorkflowAsync(node.Address, [new { id = "call", type = "callUrl", method = "POST", url = receiver.Address, body = "{}" }]);
            using var stop = new CancellationTokenSource();
            var sending = sender.RunAsync(() => node.Address, Connections, stop.Token);
            for (var kill = 0; kill < kills; kill++)
            {
                await LoadAsync();
                await PauseAsync(0, 1_500);
                await node.KillAsync();
                node = await SendraProcess.StartAsync(database, Log, Settings);
            }

            await stop.CancelAsync();
            await sending;
            await EndAsync(database, receiver, kills);
        }
        finally
        {
            await node.DisposeAsync();
        }
    }

    private async Task EndAsync(FaultyDatabase database, CallReceiver receiver, int kills)
    {
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); await CountAsync(database, "SELECT COUNT(*) FROM outbox WHERE state = 1") > 0; await Task.Delay(200))
        {
            waited.Elapsed.Should().BeLessThan(Patience, "every call is made after the restart, or its run has ended");
        }

        await Audit.AtTheEndAsync(database, Ledger);
        var made = await CountAsync(database, "SELECT COUNT(*) FROM outbox WHERE state = 2");
        var again = await CountAsync(database, "SELECT COALESCE(SUM(tries - 1), 0) FROM outbox WHERE state = 2");
        var lost = await CountAsync(database, "SELECT COUNT(*) FROM enrollments WHERE status = 2 AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.enrollment_id = enrollments.id AND outbox.state = 2)");
        var doubles = receiver.Calls.Values.Sum(count => count - 1);
        lost.Should().Be(0, "a run goes on only after its call");
        receiver.Calls.Count.Should().BeGreaterThanOrEqualTo((int)made);
        made.Should().BePositive();
        doubles.Should().BeLessThanOrEqualTo((int)again, "only a claim that was taken over makes a double");
        Run.Report(Provider, $"kill -9 while calls go out: {made} calls, {again} claims taken over, {doubles} doubles", kills, Ledger);
    }

    private static Task<long> CountAsync(FaultyDatabase database, string sql) =>
        database.ReadAsync(sql, reader => reader.Read() ? Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture) : 0);
}
