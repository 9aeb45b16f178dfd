using System.Globalization;

namespace Sendra.ReliabilityTests.Common;

/// <summary>Compares a database with what its sender was told.</summary>
internal static class Audit
{
    /// <summary>How many items every list has, so that a part of one is known by its number.</summary>
    public const int ListSize = 50;

    // In one statement, and so of one moment: what must be equal whenever one looks.
    private static readonly string Sums =
        $$"""
        SELECT (SELECT COUNT(*) FROM received_events),
               (SELECT COALESCE(SUM(received_count), 0) FROM event_name_tallies),
               (SELECT COALESCE(SUM(enrolled), 0) FROM received_events),
               (SELECT COUNT(*) FROM enrollments),
               (SELECT COALESCE(SUM(exited), 0) FROM received_events),
               (SELECT COUNT(*) FROM enrollments WHERE status = 3),
               (SELECT COUNT(*) FROM enrollments r WHERE NOT EXISTS (SELECT 1 FROM received_events e WHERE e.workspace_id = r.workspace_id AND e.id = r.enrolled_by_event_id)),
               (SELECT COUNT(*) FROM enrollments r WHERE r.status = 3 AND NOT EXISTS (SELECT 1 FROM received_events e WHERE e.workspace_id = r.workspace_id AND e.id = r.exited_by_event_id)),
               (SELECT COUNT(*) FROM deliveries d WHERE d.status = 1 AND NOT EXISTS (SELECT 1 FROM received_events e WHERE e.workspace_id = d.workspace_id AND e.id = d.event_id AND e.delivery_id = d.id)),
               (SELECT COUNT(*) FROM received_events e WHERE e.delivery_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.workspace_id = e.workspace_id AND d.id = e.delivery_id)),
               (SELECT COUNT(*) FROM (SELECT e.delivery_id FROM received_events e WHERE e.delivery_id IS NOT NULL GROUP BY e.delivery_id HAVING COUNT(*) NOT IN (1, {{ListSize}})) torn),
               (SELECT COUNT(*) FROM (SELECT r.contact_id FROM enrollments r JOIN automations a ON a.workspace_id = r.workspace_id AND a.id = r.automation_id WHERE a.name = 'oncePerContact' GROUP BY r.contact_id HAVING COUNT(*) > 1) twice),
               (SELECT COUNT(*) FROM idempotency_keys WHERE request_key NOT LIKE 'part:%')
        """;

    private const string Events = "SELECT id, enrolled, exited FROM received_events";

    /// <summary>Nothing half-written, and everything there that was acknowledged before this call.</summary>
    public static async Task<long[]> WhileRunningAsync(FaultyDatabase database, Ledger ledger)
    {
        var acknowledged = ledger.Acknowledged.ToArray();
        var sums = await database.ReadAsync(Sums, reader =>
        {
            reader.Read();
            return Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToInt64(reader.GetValue(column), CultureInfo.InvariantCulture)).ToArray();
        });
        sums[1].Should().Be(sums[0], "each event is counted once");
        sums[3].Should().Be(sums[2], "each enrollment that an event says it made is there");
        sums[5].Should().Be(sums[4], "each exit that an event says it made is there");
        sums[6..12].Should().OnlyContain(orphans => orphans == 0, "nothing is half-written");

        var events = await database.ReadAsync(Events, reader =>
        {
            var found = new Dictionary<Guid, (int, int)>();
            while (reader.Read())
            {
                found.Add(reader.GetValue(0) is byte[] bytes ? new Guid(bytes, bigEndian: true) : reader.GetGuid(0), (reader.GetInt32(1), reader.GetInt32(2)));
            }

            return found;
        });
        acknowledged.Where(one => !events.ContainsKey(one.Key)).Should().BeEmpty("what was acknowledged is never lost");
        acknowledged.Where(one => one.Value is { } effect && events[one.Key] != effect).Should().BeEmpty("the answer said what the rows say");
        return sums;
    }

    /// <summary>And nothing there that was not asked for: every request was acknowledged by now.</summary>
    public static async Task AtTheEndAsync(FaultyDatabase database, Ledger ledger)
    {
        ledger.Unexpected.Should().BeEmpty();
        var sums = await WhileRunningAsync(database, ledger);
        sums[0].Should().Be(ledger.Events, "no event is doubled");
        sums[^1].Should().Be(ledger.Keys, "each request has its key, of a list each item; later portions of a batch have keys of their own");
    }
}
