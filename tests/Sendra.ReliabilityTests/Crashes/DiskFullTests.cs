namespace Sendra.ReliabilityTests.Crashes;

/// <summary>There is no more room under load, and later there is again.</summary>
internal sealed class DiskFullTests(string provider) : FaultTest(provider)
{
    private const int Megabytes = 96;

    // Without it the system ends a process that writes beyond the limit, instead of refusing the write.
    private const string Survive = "trap '' XFSZ";

    [Test]
    public async Task S10_E6_on_a_full_disk_senders_are_told_so_and_nothing_is_half_written()
    {
        Assume.That(Environment.UserName, Is.EqualTo("root"), "Only root can mount a small disk.");
        using var disk = SmallDisk.Mount(Megabytes);
        await using var database = await (await Servers.MigratedAsync(Provider)).CopyAsync(disk.Folder);
        await using var node = await SendraProcess.StartAsync(database, Log);
        await RunAsync(database, node, "disk full", disk.Fill, disk.Free);
    }

    [Test]
    public async Task S10_E6_at_the_limit_of_a_file_senders_are_told_so_and_nothing_is_half_written()
    {
        Assume.That(Provider, Is.EqualTo("Sqlite"), "The files belong to another process.");
        await using var database = await FaultyDatabase.MakeAsync(Provider);
        await using var node = await SendraProcess.StartAsync(database, Log, first: Survive);
        await RunAsync(
            database,
            node,
            "file limit",
            () => Shell.Run("prlimit", $"--pid={node.Id}", "--fsize=65536:unlimited"),
            () => Shell.Run("prlimit", $"--pid={node.Id}", "--fsize=unlimited:unlimited"));
    }

    private async Task RunAsync(FaultyDatabase database, SendraProcess node, string fault, Action fill, Action free)
    {
        var times = Run.Times(1, 5);
        using var sender = await Sender.SignUpAsync(node, Ledger);
        using var stop = new CancellationTokenSource();
        var sending = sender.RunAsync(() => node.Address, Connections, stop.Token);
        for (var number = 0; number < times; number++)
        {
            await LoadAsync();
            var before = Ledger.Retries;
            fill();
            await UntilAsync(() => Ledger.Retries > before + Connections);
            await UntilReadinessIsAsync(503, node);
            (await node.StatusAsync("/health/live")).Should().Be(200);
            free();
            await UntilMoreAsync(Connections);
            await UntilReadinessIsAsync(200, node);
            await Audit.WhileRunningAsync(database, Ledger);
        }

        await stop.CancelAsync();
        await sending;
        await Audit.AtTheEndAsync(database, Ledger);
        Run.Report(Provider, fault, times, Ledger);
    }

    private static async Task UntilReadinessIsAsync(int status, SendraProcess node)
    {
        for (var tries = 0; await node.StatusAsync("/health/ready") != status; tries++)
        {
            tries.Should().BeLessThan(600, "readiness says whether what is written is taken");
            await Task.Delay(50);
        }
    }
}
