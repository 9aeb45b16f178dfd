namespace Sendra.ReliabilityTests.Crashes;

/// <summary>The system clocks of nodes are wrong and leap under load, by hours and back; docs/operating.md says what holds all the same.</summary>
internal sealed class WrongClockTests(string provider) : FaultTest(provider)
{
    private const string Probe = "probe@example.com";
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan[] Leaps = [TimeSpan.FromHours(10), TimeSpan.FromHours(-10), TimeSpan.Zero, TimeSpan.FromMinutes(-10), TimeSpan.FromHours(-6)];

    [Test]
    public async Task E7_L2_order_times_and_tails_are_right_while_system_clocks_are_wrong_and_leap()
    {
        WrongClock.Require();
        Assume.That(Provider == "Sqlite" || Run.IsLong, "Under libfaketime Npgsql's synchronous reads, those of encryption keys, time out at once now and then.");
        var leaps = Run.Times(1, 20);
        await using var database = await FaultyDatabase.MakeAsync(Provider);
        using var leaping = new WrongClock(TimeSpan.Zero);
        using var behind = new WrongClock(TimeSpan.FromMinutes(-10));
        await using var first = await SendraProcess.StartAsync(database, Log, leaping.Settings);

        // SQLite serves one node.
        await using var second = Provider == "Sqlite" ? null : await SendraProcess.StartAsync(database, Log, behind.Settings);
        var nodes = second is null ? [first] : new[] { first, second };
        using var sender = await Sender.SignUpAsync(first, Ledger);
        using var stop = new CancellationTokenSource();
        var turn = 0;
        var sending = sender.RunAsync(() => nodes[Interlocked.Increment(ref turn) % nodes.Length].Address, Connections, stop.Token);
        await using var tail = await sender.FollowAsync(nodes[^1].Address, Probe);

        var sent = new List<(Guid Id, DateTimeOffset Before, DateTimeOffset After)>();
        for (var leap = 0; leap < leaps; leap++)
        {
            // Shorter than what a node takes for the clock's new time, and back.
            foreach (var ahead in new[] { Leaps[leap % Leaps.Length], TimeSpan.Zero })
            {
                leaping.Leap(ahead);
                var known = Ledger.Events;
                for (var since = DateTimeOffset.UtcNow; DateTimeOffset.UtcNow - since < TimeSpan.FromSeconds(7) || Ledger.Events < known + 100;)
                {
                    var before = DateTimeOffset.UtcNow;
                    sent.Add((await sender.EventAsync(nodes[sent.Count % nodes.Length].Address, Probe), before, DateTimeOffset.UtcNow));
                }
            }
        }

        await stop.CancelAsync();
        await sending;
        Guid[] ids = [.. sent.Select(one => one.Id)];
        ids.Select(id => id.ToString()).Should().BeInAscendingOrder(StringComparer.Ordinal, "a contact's events stand in the order in which they were sent, whichever node took them");
        (await tail.ReadAsync(ids.Length)).Should().BeEquivalentTo(ids, "a tail shows what any node received, once");
        var received = (await sender.AllAsync(first.Address, $"/api/events?email={Probe}")).ToDictionary(item => item.GetProperty("id").GetGuid(), item => item.GetProperty("receivedAt").GetDateTimeOffset());
        sent.Should().AllSatisfy(one => received[one.Id].Should().BeOnOrAfter(one.Before - Bound).And.BeOnOrBefore(one.After + Bound));
        if (second is not null)
        {
            (await sender.TextAsync(second.Address, "/health/ready")).Should().Contain("\"status\":\"differs\"", "an operator is told of a clock that is wrong");
        }

        await Audit.AtTheEndAsync(database, Ledger);
        Run.Report(Provider, "a system clock that leaps by hours and back", leaps, Ledger);
    }
}
