using System.Buffers.Binary;
using Sendra.Benchmarks.Databases;

namespace Sendra.Benchmarks.Filling;

/// <summary>
/// A past of a year, the same in each run, by bulk: as if the events had come in through the front door, so that
/// counts equal rows. Half of the names are declared, each has a live automation, one event in five came by webhook,
/// and one in ten enrolled its contact.
/// </summary>
/// <param name="events">How many events.</param>
/// <param name="contacts">How many contacts; fewer than events.</param>
/// <param name="names">How many event names, and automations.</param>
internal sealed class Past(int events, int contacts, int names)
{
    private const long Year = 365L * 24 * 60 * 60 * 1000;

    private static readonly Guid Source = new("0198c0de-0000-7000-8000-000000000007");

    private readonly long _begin = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() - Year;

    // What an id is of.
    private enum Kind
    {
        Contact,
        Event,
        Enrollment,
        Automation,
        Pattern,
    }

    /// <summary>How many contacts there are.</summary>
    public int Contacts => contacts;

    /// <summary>The name of an event.</summary>
    public static string NameOf(int number) => $"event{number}";

    /// <summary>The address of a contact.</summary>
    public static string EmailOf(int number) => $"person{number}@example.com";

    /// <summary>Fills the only workspace of a database that Sendra made.</summary>
    public async Task FillAsync(BenchmarkDatabase database)
    {
        object workspace = await database.WorkspaceIdAsync();
        await database.BulkAsync(
            "automations",
            ["id", "workspace_id", "name", "status", "trigger_event", "frequency", "updated_at", "exit_events"],
            Rows(names, n => [IdOf(Kind.Automation, n), workspace, $"Automation {n}", 2, NameOf(n), 1, _begin * 1000, "[]"]));
        await database.BulkAsync(
            "event_patterns", ["id", "workspace_id", "name"], Rows(names / 2, n => [IdOf(Kind.Pattern, n), workspace, NameOf(n)]));
        await database.BulkAsync(
            "contacts",
            ["id", "workspace_id", "email", "first_name", "last_name", "custom_fields", "last_event_id"],
            Rows(contacts, n => [IdOf(Kind.Contact, n), workspace, EmailOf(n), "Ada", "Lovelace", "{}", IdOf(Kind.Event, LastEventOf(n))]));
        await database.BulkAsync(
            "received_events",
            ["id", "workspace_id", "contact_id", "event_name", "properties", "source_id", "enrolled", "exited", "decisions"],
            Rows(events, n =>
            [
                IdOf(Kind.Event, n), workspace, IdOf(Kind.Contact, ContactOf(n)), NameOf(NameIn(n)),
                $$"""{"plan":"pro","referrer":"newsletter","page":"/pricing","amount":{{n % 1000}}.50,"seats":{{n % 50}}}""",
                n % 5 == 0 ? Source : null, Enrolls(n) ? 1 : 0, 0,
                Enrolls(n) ? $$"""[{"a":"{{IdOf(Kind.Automation, NameIn(n))}}","r":1,"e":"{{IdOf(Kind.Enrollment, n)}}"}]""" : null,
            ]));
        await database.BulkAsync(
            "enrollments",
            ["id", "workspace_id", "automation_id", "contact_id", "run", "status", "step", "enrolled_by_event_id", "ended_at"],
            Rows(events, n => !Enrolls(n) ? null :
            [
                IdOf(Kind.Enrollment, n), workspace, IdOf(Kind.Automation, NameIn(n)), IdOf(Kind.Contact, ContactOf(n)), (n / contacts) + 1,
                n % 50 == 0 ? 1 : 2, 0, IdOf(Kind.Event, n), n % 50 == 0 ? null : TimeOf(n) * 1000,
            ]));

        // Counted by the database, so that the tallies equal the rows.
        await database.ExecuteAsync("DELETE FROM event_name_tallies");
        await database.ExecuteAsync(
            """
            INSERT INTO event_name_tallies (workspace_id, event_name, shard, received_count)
            SELECT workspace_id, event_name, 0, count(*)
            FROM received_events GROUP BY workspace_id, event_name
            """);
        await database.ExecuteAsync($"UPDATE workspaces SET rules_version = {database.Literal(Guid.NewGuid())}");
        await database.ExecuteAsync("ANALYZE");
    }

    private static IEnumerable<object?[]> Rows(int count, Func<int, object?[]?> make) =>
        Enumerable.Range(0, count).Select(make).OfType<object?[]>();

    private static bool Enrolls(int number) => number % 10 == 0;

    private int ContactOf(int number) => number % contacts;

    private int LastEventOf(int contact) => contact + ((events - 1 - contact) / contacts * contacts);

    // Another one each time round, so that a contact has many names.
    private int NameIn(int number) => (number + (number / contacts)) % names;

    private long TimeOf(int number) => _begin + (number * Year / events);

    private Guid IdOf(Kind kind, int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        var time = kind is Kind.Event or Kind.Enrollment ? TimeOf(number) : _begin;
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (ulong)time << 16 | 0x7000 | (uint)kind);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], 0x8000_0000_0000_0000 | (uint)number);
        return new Guid(bytes, bigEndian: true);
    }
}
