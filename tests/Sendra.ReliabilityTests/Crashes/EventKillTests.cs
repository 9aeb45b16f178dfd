using System.Globalization;

namespace Sendra.ReliabilityTests.Crashes;

/// <summary>Processes are killed at random while steps send events to other automations: each is sent once, and each chain ends where it must.</summary>
internal sealed class EventKillTests(string provider) : FaultTest(provider)
{
    /// <summary>The greatest depth of an event that a step sends.</summary>
    private const int MaxDepth = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Test]
    public async Task F12_F15_killed_at_random_no_event_of_a_step_is_lost_or_doubled()
    {
        var kills = Run.Times(2, 50);
        await using var database = await FaultyDatabase.MakeAsync(Provider);
        var node = await SendraProcess.StartAsync(database, Log);
        try
        {
            using var sender = await Sender.SignUpAsync(node, Ledger);
            await sender.MakeWorkflowAsync(node.Address, [new { id = "send", type = "sendEvent", eventName = "again" }]);
            await sender.MakeWorkflowAsync(node.Address, [new { id = "send", type = "sendEvent", eventName = "again" }], "again");
            using var stop = new CancellationTokenSource();
            var sending = sender.RunAsync(() => node.Address, Connections, stop.Token);
            for (var kill = 0; kill < kills; kill++)
            {
                await LoadAsync();
                await PauseAsync(0, 1_500);
                await node.KillAsync();
                node = await SendraProcess.StartAsync(database, Log);
            }

            await stop.CancelAsync();
            await sending;
            await EndAsync(database, kills);
        }
        finally
        {
            await node.DisposeAsync();
        }
    }

    private async Task EndAsync(FaultyDatabase database, int kills)
    {
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); await CountAsync(database, "SELECT COUNT(*) FROM outbox WHERE state = 1") > 0; await Task.Delay(200))
        {
            waited.Elapsed.Should().BeLessThan(Patience, "every event is sent after the restart, or its run has ended");
        }

        var sent = await CountAsync(database, "SELECT COUNT(*) FROM received_events WHERE enrollment_id IS NOT NULL");
        var (done, senders) = (
            await CountAsync(database, "SELECT COUNT(*) FROM outbox WHERE state = 2"),
            await CountAsync(database, "SELECT COUNT(*) FROM (SELECT DISTINCT enrollment_id FROM received_events WHERE enrollment_id IS NOT NULL) s"));
        sent.Should().BePositive().And.Be(done, "a row ends together with its event").And.Be(senders, "each run sends one event, once");
        (await CountAsync(database, $"SELECT COUNT(*) FROM enrollments WHERE depth > {MaxDepth}")).Should().Be(0);
        (await CountAsync(database, $"SELECT COUNT(*) FROM enrollments e WHERE depth = {MaxDepth} AND NOT EXISTS (SELECT 1 FROM visits v WHERE v.enrollment_id = e.id AND v.code = 40)"))
            .Should().Be(0, "the last step of each chain fails");
        (await CountAsync(database, "SELECT COUNT(*) FROM enrollments e WHERE status = 2 AND NOT EXISTS (SELECT 1 FROM visits v WHERE v.enrollment_id = e.id)")).Should().Be(0);
        Run.Report(Provider, $"kill -9 while steps send events: {sent} events", kills, Ledger);
    }

    private static Task<long> CountAsync(FaultyDatabase database, string sql) =>
        database.ReadAsync(sql, reader => reader.Read() ? Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture) : 0);
}
