using System.Diagnostics;
using NUnit.Framework.Internal;

namespace Sendra.ReliabilityTests.Crashes;

/// <summary>A check that can't fail shows nothing: each harm that a fault might do is done by hand, and is noticed.</summary>
internal sealed class AuditTests(string provider) : FaultTest(provider)
{
    private static readonly string[] Harms =
    [
        "DELETE FROM received_events WHERE id = (SELECT MIN(id) FROM received_events)",
        "DELETE FROM enrollments WHERE id = (SELECT MIN(id) FROM enrollments)",
        "DELETE FROM deliveries WHERE id = (SELECT MIN(id) FROM deliveries)",
        "DELETE FROM idempotency_keys WHERE request_key = (SELECT MIN(request_key) FROM idempotency_keys)",
        "UPDATE event_name_tallies SET received_count = received_count - 1 WHERE event_name = 'viewed'",
        "UPDATE received_events SET enrolled = enrolled + 1 WHERE id = (SELECT MIN(id) FROM received_events)",
        "UPDATE enrollments SET status = 1 WHERE id = (SELECT MIN(id) FROM enrollments WHERE status = 3)",
        "UPDATE enrollments SET enrolled_by_event_id = x'00' WHERE id = (SELECT MIN(id) FROM enrollments)",
        "INSERT INTO received_events (workspace_id, id, contact_id, event_name, enrolled, exited) SELECT workspace_id, randomblob(16), contact_id, event_name, 0, 0 FROM received_events LIMIT 1; UPDATE event_name_tallies SET received_count = received_count + 1 WHERE event_name = (SELECT event_name FROM received_events LIMIT 1)",
    ];

    private const string AtTheSplit = "SELECT COUNT(*) FROM visits WHERE step_id = 'half'";

    private static readonly string[] HarmsToSteps =
    [
        "DELETE FROM visits WHERE ordinal = 1 AND enrollment_id = (SELECT MIN(enrollment_id) FROM visits)",
        "DELETE FROM enrollments WHERE id = (SELECT MIN(enrollment_id) FROM visits)",
        "UPDATE visits SET ordinal = ordinal + 10 WHERE step_id = 'first'",
        "UPDATE visits SET step_id = 'b' WHERE step_id = 'half'",
        "UPDATE visits SET left_at = left_at - 1000 WHERE step_id = 'first'",
        "UPDATE step_tallies SET passed = passed + 1 WHERE step_id = 'mark'",
        "UPDATE enrollments SET status = 2 WHERE id = (SELECT MIN(id) FROM enrollments WHERE status = 3 AND visit_number > 0)",
        "UPDATE enrollments SET visit_number = visit_number + 1 WHERE id = (SELECT MIN(id) FROM enrollments WHERE visit_number > 0)",
    ];

    [Test]
    public async Task Each_harm_that_a_fault_might_do_is_noticed()
    {
        Assume.That(Provider, Is.EqualTo("Sqlite"), "The same SQL looks everywhere; a file is easily copied.");
        await using var database = await FaultyDatabase.MakeAsync(Provider);
        await using (var node = await SendraProcess.StartAsync(database, Log))
        {
            using var sender = await Sender.SignUpAsync(node, Ledger);
            await sender.MakeWorkflowAsync(node.Address);
            using var stop = new CancellationTokenSource();
            var sending = sender.RunAsync(() => node.Address, Connections, stop.Token);
            await UntilMoreAsync(2_000);
            await stop.CancelAsync();
            await sending;

            // What isn't ended yet comes to the split a second later.
            for (var waited = Stopwatch.StartNew(); await database.ReadAsync(AtTheSplit, reader => reader.Read() && reader.GetInt64(0) == 0); await Task.Delay(50))
            {
                waited.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(60), "runs go on");
            }

            node.Terminate();
            await node.ExitAsync();
        }

        await Audit.AtTheEndAsync(database, Ledger);
        await StepAudit.CheckAsync(database);
        foreach (var harm in Harms)
        {
            await NoticesAsync(database, harm, harmed => Audit.AtTheEndAsync(harmed, Ledger));
        }

        foreach (var harm in HarmsToSteps)
        {
            await NoticesAsync(database, harm, StepAudit.CheckAsync);
        }
    }

    private static async Task NoticesAsync(FaultyDatabase database, string harm, Func<FaultyDatabase, Task> audit)
    {
        var folder = Directory.CreateTempSubdirectory("sendra-harm-").FullName;
        await using var harmed = new FaultySqlite(folder);
        await database.ReadAsync($"VACUUM INTO '{Path.Combine(folder, "sendra.db")}'", _ => 0);
        await harmed.ReadAsync($"PRAGMA foreign_keys = OFF; {harm}", reader => reader.RecordsAffected.Should().BePositive(harm));
        using (new TestExecutionContext.IsolatedContext())
        {
            var check = () => audit(harmed);
            await check.Should().ThrowAsync<AssertionException>(harm);
        }

        Directory.Delete(folder, recursive: true);
    }
}
