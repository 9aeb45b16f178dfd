using System.Diagnostics;
using System.Globalization;

namespace Sendra.ReliabilityTests.Common;

/// <summary>Compares the outbox with what its receiver got.</summary>
internal static class OutboxAudit
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Claims that were cut off are taken over after a minute: as if the node had been down for so long.</summary>
    public static Task PassAMinuteAsync(FaultyDatabase database) =>
        database.ReadAsync("UPDATE outbox SET due_at = due_at - 60000000 WHERE claim IS NOT NULL", reader => reader.RecordsAffected);

    /// <summary>Waits until nothing is left to be done, as long as that goes on.</summary>
    public static async Task UntilDoneAsync(FaultyDatabase database)
    {
        var left = long.MaxValue;
        for (var waited = Stopwatch.StartNew(); left > 0; await Task.Delay(200))
        {
            var open = await CountAsync(database, "SELECT COUNT(*) FROM outbox WHERE state = 1");
            if (open < left)
            {
                (left, waited) = (open, Stopwatch.StartNew());
            }

            waited.Elapsed.Should().BeLessThan(Patience, "everything is done after the restart, or its run has ended");
        }
    }

    /// <summary>No effect is lost, and only a claim that was taken over makes a double.</summary>
    /// <param name="database">Where nothing is left to be done.</param>
    /// <param name="received">How often the receiver got each.</param>
    /// <param name="mostRetaken">How many claims may have been cut off: what the killed nodes may have claimed and not recorded at once.</param>
    /// <returns>How many were done, how many claims were taken over, and how many came again.</returns>
    public static async Task<(long Done, long Retaken, int Doubles)> CheckAsync(FaultyDatabase database, IReadOnlyDictionary<string, int> received, int mostRetaken)
    {
        var done = await CountAsync(database, "SELECT COUNT(*) FROM outbox WHERE state = 2");

        var retaken = await RetakenAsync(database);
        var lost = await CountAsync(
            database, "SELECT COUNT(*) FROM enrollments WHERE status = 2 AND visit_number > 0 AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.workspace_id = enrollments.workspace_id AND outbox.enrollment_id = enrollments.id AND outbox.state = 2)");
        var problems = await database.ReadAsync("SELECT problem FROM outbox WHERE state = 3", reader =>
        {
            var texts = new List<string?>();
            while (reader.Read())
            {
                texts.Add(reader.IsDBNull(0) ? null : reader.GetString(0));
            }

            return texts;
        });
        problems.Should().BeEmpty("its receiver takes everything");
        var doubles = received.Values.Sum(count => count - 1);
        lost.Should().Be(0, "a run goes on only after its effect");
        done.Should().BePositive();
        received.Count.Should().BeGreaterThanOrEqualTo((int)done);
        doubles.Should().BeLessThanOrEqualTo((int)retaken, "only a claim that was taken over makes a double");
        retaken.Should().BeLessThanOrEqualTo(mostRetaken, "nothing is claimed before it can be handed over, and little is unrecorded");
        return (done, retaken, doubles);
    }

    /// <summary>Claims that were taken over, whatever became of them: a run may have ended while its call went out again.</summary>
    public static Task<long> RetakenAsync(FaultyDatabase database) =>
        CountAsync(database, "SELECT COALESCE(SUM(tries - 1), 0) FROM outbox WHERE tries > 0");

    public static Task<long> CountAsync(FaultyDatabase database, string sql) =>
        database.ReadAsync(sql, reader => reader.Read() ? Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture) : 0);
}
