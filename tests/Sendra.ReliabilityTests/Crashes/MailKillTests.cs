namespace Sendra.ReliabilityTests.Crashes;

/// <summary>Processes are killed while mails go out: none is lost, and only what was under way may come twice.</summary>
internal sealed class MailKillTests(string provider) : FaultTest(provider)
{
    private const int Kills = 2;

    // Of a node: for eight connections there are eleven places, and as many may wait to be recorded.
    private const int MostUnrecorded = 22;

    // Of a node, in MB.
    private const long MostMemory = 350;

    [Test]
    public async Task F4_killed_at_random_no_mail_is_lost_and_a_double_is_a_claim_that_was_taken_over()
    {
        var kills = Run.Times(2, 50);
        await using var receiver = MailReceiver.Start();
        await using var database = await FaultyDatabase.MakeAsync(Provider);
        var node = await SendraProcess.StartAsync(database, Log, SettingsFor(receiver));
        try
        {
            using var sender = await Sender.SignUpAsync(node, Ledger);
            await MakeMailAsync(sender, node, "signUp");
            using var stop = new CancellationTokenSource();
            var sending = sender.RunAsync(() => node.Address, Connections, stop.Token);
            for (var kill = 0; kill < kills; kill++)
            {
                await LoadAsync();
                await PauseAsync(0, 1_500);
                await node.KillAsync();
                await OutboxAudit.PassAMinuteAsync(database);
                node = await SendraProcess.StartAsync(database, Log, SettingsFor(receiver));
            }

            await stop.CancelAsync();
            await sending;
            await OutboxAudit.UntilDoneAsync(database);
            await Audit.AtTheEndAsync(database, Ledger);
            var (done, retaken, doubles) = await CheckAsync(database, receiver, kills);
            Run.Report(Provider, $"kill -9 while mails go out: {done} mails, {retaken} claims taken over, {doubles} doubles", kills, Ledger);
        }
        finally
        {
            await node.DisposeAsync();
        }
    }

    [Test]
    public async Task F4_each_of_many_contacts_gets_the_mail_although_the_node_is_killed_twice()
    {
        var contacts = Run.Size(500, 10_000);
        await using var receiver = MailReceiver.Start();
        await using var database = await FaultyDatabase.MakeAsync(Provider);
        var node = await SendraProcess.StartAsync(database, Log, SettingsFor(receiver));
        try
        {
            using var sender = await Sender.SignUpAsync(node, Ledger);
            await MakeMailAsync(sender, node, "launch");
            var sending = sender.EachAsync(() => node.Address, "launch", contacts);
            var (retakenBefore, memory) = (0L, 0L);
            for (var kill = 1; kill <= Kills; kill++)
            {
                await receiver.UntilMailsAsync(contacts * kill / (Kills + 1));
                memory = Math.Max(memory, node.PeakMemory);
                await node.KillAsync();
                retakenBefore = await OutboxAudit.RetakenAsync(database);
                await OutboxAudit.PassAMinuteAsync(database);
                node = await SendraProcess.StartAsync(database, Log, SettingsFor(receiver));
            }

            await sending;
            await OutboxAudit.UntilDoneAsync(database);
            await Audit.AtTheEndAsync(database, Ledger);
            memory = Math.Max(memory, node.PeakMemory);
            var (done, retaken, doubles) = await CheckAsync(database, receiver, Kills);
            (done, receiver.Mails.Count).Should().Be((contacts, contacts), "nobody is left out");

            // The count of a node that was killed dies with it: only the last one's can be compared.
            (await node.MetricAsync("sendra_outbox_retaken_total")).Should().Be(retaken - retakenBefore, "the metric counts each claim that was taken over");
            memory.Should().BeLessThan(MostMemory);
            Run.Report(Provider, $"{contacts} mails, the node killed twice: {retaken} claims taken over, {doubles} doubles, at most {memory} MB", Kills, Ledger);
        }
        finally
        {
            await node.DisposeAsync();
        }
    }

    private static Dictionary<string, string> SettingsFor(MailReceiver receiver) => new()
    {
        ["Smtp__Host"] = "127.0.0.1",
        ["Smtp__Port"] = $"{receiver.Port}",
        ["Smtp__Security"] = "none",
        ["Prometheus__Enabled"] = "true",
    };

    private static async Task MakeMailAsync(Sender sender, SendraProcess node, string trigger)
    {
        var template = await sender.MakeTemplateAsync(node.Address);
        await sender.MakeWorkflowAsync(
            node.Address, [new { id = "mail", type = "sendEmail", templateId = template, kind = "marketing", from = "hello@example.com" }], trigger);
    }

    private static async Task<(long Done, long Retaken, int Doubles)> CheckAsync(FaultyDatabase database, MailReceiver receiver, int kills)
    {
        var checkedOutbox = await OutboxAudit.CheckAsync(database, receiver.Mails, kills * MostUnrecorded);
        (await OutboxAudit.CountAsync(database, "SELECT COUNT(*) FROM messages WHERE status = 3")).Should().Be(checkedOutbox.Done, "each says so");
        (await OutboxAudit.CountAsync(database, "SELECT COUNT(*) FROM messages WHERE status = 1")).Should().Be(0, "none is left behind");
        return checkedOutbox;
    }
}
