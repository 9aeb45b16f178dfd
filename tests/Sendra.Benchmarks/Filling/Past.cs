using System.Buffers.Binary;
using Sendra.Benchmarks.Databases;

namespace Sendra.Benchmarks.Filling;

/// <summary>
/// A past of a year, the same in each run, by bulk: as if the events had come in through the front door, so that
/// counts equal rows. A few names are frequent and most are rare. The more frequent half of them is declared, each has a
/// live automation, one event in five came by webhook, one in ten enrolled its contact, and one in thirty dropped an
/// enrollment.
/// </summary>
/// <param name="events">How many events.</param>
/// <param name="contacts">How many contacts; fewer than events.</param>
/// <param name="names">How many event names, and automations.</param>
internal sealed class Past(int events, int contacts, int names)
{
    /// <summary>A frequent event that hardly ever does something.</summary>
    public const int RareEffect = 1;

    // Names at the end that are hardly ever received.
    private const int RareNames = 10;

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

    /// <summary>The source of all that came by webhook.</summary>
    public static Guid SourceId => Source;

    /// <summary>How many names there are; the last ones are the rarest.</summary>
    public int Names => names;

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
            ["id", "workspace_id", "contact_id", "event_name", "properties", "source_id", "enrolled", "exited", "has_effect", "decisions"],
            Rows(events, n =>
            [
                IdOf(Kind.Event, n), workspace, IdOf(Kind.Contact, ContactOf(n)), NameOf(NameIn(n)),
                $$"""{"plan":"pro","referrer":"newsletter","page":"/pricing","amount":{{n % 1000}}.50,"seats":{{n % 50}}}""",
                n % 5 == 0 ? Source : null, Enrolls(n) ? 1 : 0, Exits(n) ? 1 : 0, Enrolls(n) || Exits(n) ? 1 : 0,
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
        await database.ExecuteAsync("DELETE FROM event_period_tallies");
        await database.BulkAsync(
            "event_period_tallies",
            ["workspace_id", "event_name", "begin_hour", "shard", "received", "enrolled", "exited"],
            CountPeriods().Select(period => new object?[] { workspace, period.Key.Name, period.Key.Hour, 0, period.Value.Received, period.Value.Enrolled, period.Value.Exited }));
        await database.ExecuteAsync($"UPDATE workspaces SET rules_version = {database.Literal(Guid.NewGuid())}");
        await database.SettleAsync();
    }

    private static IEnumerable<object?[]> Rows(int count, Func<int, object?[]?> make) =>
        Enumerable.Range(0, count).Select(make).OfType<object?[]>();

    private bool Enrolls(int number) => NameIn(number) == RareEffect ? number % 100_003 == 0 : number % 10 == 0;

    private bool Exits(int number) => NameIn(number) != RareEffect && number % 30 == 7;

    private int ContactOf(int number) => number % contacts;

    private int LastEventOf(int contact) => contact + ((events - 1 - contact) / contacts * contacts);

    private int NameIn(int number)
    {
        if (number % 20_000 == 11)
        {
            return names - 1 - (number / 20_000 % RareNames);
        }

        var spread = unchecked((uint)number * 2_654_435_761u) / (uint.MaxValue + 1d);
        return (int)(spread * spread * spread * (names - RareNames));
    }

    // By the day for each name, by the hour for all together.
    private Dictionary<(string Name, int Hour), (long Received, long Enrolled, long Exited)> CountPeriods()
    {
        var periods = new Dictionary<(string, int), (long, long, long)>();
        for (var number = 0; number < events; number++)
        {
            var hour = (int)(TimeOf(number) / 3_600_000);
            Count((NameOf(NameIn(number)), hour / 24 * 24), number);
            Count(("", hour), number);
        }

        return periods;

        void Count((string, int) period, int number)
        {
            var (received, enrolled, exited) = periods.GetValueOrDefault(period);
            periods[period] = (received + 1, enrolled + (Enrolls(number) ? 1 : 0), exited + (Exits(number) ? 1 : 0));
        }
    }

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
