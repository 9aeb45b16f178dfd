using System.Globalization;

namespace Sendra.ReliabilityTests.Crashes;

/// <summary>Processes are killed at random while mails go out: none is lost, and only what was under way may come twice.</summary>
internal sealed class MailKillTests(string provider) : FaultTest(provider)
{
    // A claim that was cut off is taken over after a minute.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Test]
    public async Task F4_killed_at_random_no_mail_is_lost_and_a_double_is_a_claim_that_was_taken_over()
    {
        var kills = Run.Times(2, 50);
        await using var receiver = MailReceiver.Start();
        var settings = new Dictionary<string, string> { ["Smtp__Host"] = "127.0.0.1", ["Smtp__Port"] = $"{receiver.Port}", ["Smtp__Security"] = "none" };
        await using var database = await FaultyDatabase.MakeAsync(Provider);
        var node = await SendraProcess.StartAsync(database, Log, settings);
        try
        {
            using var sender = await Sender.SignUpAsync(node, Ledger);
            var template = await sender.MakeTemplateAsync(node.Address);
            await sender.MakeWorkflowAsync(node.Address, [new { id = "mail", type = "sendEmail", templateId = template, kind = "marketing", from = "hello@example.com" }]);
            using var stop = new CancellationTokenSource();
            var sending = sender.RunAsync(() => node.Address, Connections, stop.Token);
            for (var kill = 0; kill < kills; kill++)
            {
                await LoadAsync();
                await PauseAsync(0, 1_500);
                await node.KillAsync();
                node = await SendraProcess.StartAsync(database, Log, settings);
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

    private async Task EndAsync(FaultyDatabase database, MailReceiver receiver, int kills)
    {
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); await CountAsync(database, "SELECT COUNT(*) FROM outbox WHERE state = 1") > 0; await Task.Delay(200))
        {
            waited.Elapsed.Should().BeLessThan(Patience, "every mail is sent after the restart, or its run has ended");
        }

        await Audit.AtTheEndAsync(database, Ledger);
        var made = await CountAsync(database, "SELECT COUNT(*) FROM outbox WHERE state = 2");
        var again = await CountAsync(database, "SELECT COALESCE(SUM(tries - 1), 0) FROM outbox WHERE state = 2");
        var lost = await CountAsync(database, "SELECT COUNT(*) FROM enrollments WHERE status = 2 AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.enrollment_id = enrollments.id AND outbox.state = 2)");
        var doubles = receiver.Mails.Values.Sum(count => count - 1);
        lost.Should().Be(0, "a run goes on only after its mail");
        (await CountAsync(database, "SELECT COUNT(*) FROM messages WHERE status = 3")).Should().Be(made, "each says so");
        (await CountAsync(database, "SELECT COUNT(*) FROM messages WHERE status = 1")).Should().Be(0, "none is left behind");
        receiver.Mails.Count.Should().BeGreaterThanOrEqualTo((int)made);
        made.Should().BePositive();
        doubles.Should().BeLessThanOrEqualTo((int)again, "only a claim that was taken over makes a double");
        Run.Report(Provider, $"kill -9 while mails go out: {made} mails, {again} claims taken over, {doubles} doubles", kills, Ledger);
    }

    private static Task<long> CountAsync(FaultyDatabase database, string sql) =>
        database.ReadAsync(sql, reader => reader.Read() ? Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture) : 0);
}
