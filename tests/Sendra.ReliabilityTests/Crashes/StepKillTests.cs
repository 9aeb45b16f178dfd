namespace Sendra.ReliabilityTests.Crashes;

/// <summary>Processes are killed at random while steps run: each run's journey is complete and in order all the same.</summary>
internal sealed class StepKillTests(string provider) : FaultTest(provider)
{
    [Test]
    public async Task F4_F5_killed_at_random_no_step_is_skipped_or_doubled()
    {
        var kills = Run.Times(3, 50);
        await using var database = await FaultyDatabase.MakeAsync(Provider);
        var node = await SendraProcess.StartAsync(database, Log);
        try
        {
            using var sender = await Sender.SignUpAsync(node, Ledger);
            await sender.MakeWorkflowAsync(node.Address);
            using var stop = new CancellationTokenSource();
            var sending = sender.RunAsync(() => node.Address, Connections, stop.Token);
            for (var kill = 0; kill < kills; kill++)
            {
                await LoadAsync();

                // Runs that waited while it was down are carried on by now, or about to be.
                await PauseAsync(0, 1_500);
                await node.KillAsync();
                await Audit.WhileRunningAsync(database, Ledger);
                await StepAudit.CheckAsync(database);
                node = await SendraProcess.StartAsync(database, Log);
            }

            await stop.CancelAsync();
            await sending;
            await EndAsync(database, "kill -9 while steps run", kills);
        }
        finally
        {
            await node.DisposeAsync();
        }
    }

    [Test]
    public async Task F4_F5_of_two_nodes_that_share_what_is_due_one_dies_and_no_step_is_skipped_or_doubled()
    {
        Assume.That(Provider, Is.Not.EqualTo("Sqlite"), "SQLite serves one node.");
        var kills = Run.Times(2, 50);
        await using var database = await FaultyDatabase.MakeAsync(Provider);
        var nodes = new[] { SendraProcess.Launch(database, Log), SendraProcess.Launch(database, Log) };
        try
        {
            await Task.WhenAll(nodes.Select(node => node.UntilReadyAsync()));
            using var sender = await Sender.SignUpAsync(nodes[0], Ledger);
            await sender.MakeWorkflowAsync(nodes[0].Address);
            using var stop = new CancellationTokenSource();
            var turn = 0;
            var sending = sender.RunAsync(() => nodes[Interlocked.Increment(ref turn) & 1].Address, Connections, stop.Token);
            for (var kill = 0; kill < kills; kill++)
            {
                await LoadAsync();
                await PauseAsync(0, 1_500);
                var victim = Random.Next(2);
                await nodes[victim].KillAsync();
                nodes[victim] = await SendraProcess.StartAsync(database, Log);
            }

            await stop.CancelAsync();
            await sending;
            await EndAsync(database, "one of two nodes killed while steps run", kills);
        }
        finally
        {
            await nodes[0].DisposeAsync();
            await nodes[1].DisposeAsync();
        }
    }

    private async Task EndAsync(FaultyDatabase database, string fault, int kills)
    {
        const string Active = "SELECT COUNT(*) FROM enrollments WHERE status = 1 AND visit_number > 0";
        long left = 1;
        for (var tries = 0; left > 0 && tries < 300; tries++)
        {
            await Task.Delay(100);
            left = await database.ReadAsync(Active, reader => reader.Read() ? reader.GetInt64(0) : 0);
        }

        left.Should().Be(0, "every run goes on after the restart, to its end");
        await Audit.AtTheEndAsync(database, Ledger);
        var (runs, active, visits) = await StepAudit.CheckAsync(database);
        active.Should().Be(0);
        runs.Should().BePositive();
        Run.Report(Provider, fault, kills, Ledger);
        Run.Report(Provider, fault, kills, runs, visits);
    }
}
