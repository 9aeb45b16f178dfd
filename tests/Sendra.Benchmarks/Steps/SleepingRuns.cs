using System.Buffers.Binary;
using Sendra.Benchmarks.Servers;

namespace Sendra.Benchmarks.Steps;

/// <summary>
/// Runs of one automation that sleep in its first wait, by bulk; some of them can be woken in groups. Their steps are wait, branch, update and
/// wait, so that a run that wakes leaves three steps and sleeps on.
/// </summary>
internal sealed class SleepingRuns
{
    /// <summary>How many steps a run leaves once it wakes.</summary>
    public const int StepsLeft = 3;

    // What a day's wait began with, in microseconds.
    private const long Day = 24L * 60 * 60 * 1_000_000;
    private const long Month = 30 * Day;

    // Until the statement that wakes them has been committed, which takes seconds where they are many: what is due before is late by it.
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(15);

    private static readonly object[] Definition =
    [
        new { id = "sleep", type = "wait", @for = "P1D", next = "which" },
        new
        {
            id = "which",
            type = "branch",
            paths = new[] { new { name = "new", when = new { field = "contact.lastName", op = "notExists" }, next = "mark" } },
            otherwise = "rest",
        },
        new { id = "mark", type = "updateContact", set = new { firstName = "Awake" }, next = "rest" },
        new { id = "rest", type = "wait", @for = "P30D" },
    ];

    private readonly Contender _sendra;
    private readonly Guid _automation;
    private readonly Guid _workspace;
    private readonly int _group;
    private readonly int _contacts;

    private SleepingRuns(Contender sendra, Guid automation, Guid workspace, int group, int contacts) =>
        (_sendra, _automation, _workspace, _group, _contacts) = (sendra, automation, workspace, group, contacts);

    /// <summary>Makes the automation, the contacts and their runs.</summary>
    /// <param name="count">How many runs.</param>
    /// <param name="group">How many of them belong to a group, and how many contacts there are.</param>
    public static async Task<SleepingRuns> MakeAsync(Contender sendra, int count, int group)
    {
        var automation = await SendraClient.AutomateAsync(sendra.Server.Address, sendra.Cookie, new BenchmarkAutomation("nobodySendsThis", "norThis") { Steps = Definition });
        var database = sendra.Database;
        var runs = new SleepingRuns(sendra, automation, await database.WorkspaceIdAsync(), group, group);
        await database.BulkAsync(
            "contacts",
            ["id", "workspace_id", "email", "custom_fields"],
            Enumerable.Range(0, group).Select(n => new object?[] { IdOf(1, n), runs._workspace, $"sleeper{n}@example.com", "{}" }));

        // Months ahead, each group in a month of its own; entered a day before it is due.
        var now = Microseconds(DateTimeOffset.UtcNow);
        await database.BulkAsync(
            "enrollments",
            [
                "id", "workspace_id", "automation_id", "contact_id", "run", "version", "status", "step", "enrolled_by_event_id", "step_id", "visit_number",
                "entered_at", "due_at", "waits_on_contact", "failures",
            ],
            Enumerable.Range(0, count).Select(n => new object?[]
            {
                IdOf(2, n), runs._workspace, automation, IdOf(1, n % group), (n / group) + 1, 1, 1, 0, IdOf(3, n), "sleep", 1,
                now - Day, now + Month + n, 0, 0,
            }));
        await database.SettleAsync();
        return runs;
    }

    /// <summary>Makes a group of them due.</summary>
    /// <param name="group">Which, from 0.</param>
    /// <param name="spread">Over how long, beginning soon; all at once when null.</param>
    /// <param name="count">How many of the group; null for all.</param>
    public async Task WakeAsync(int group, TimeSpan? spread = null, int? count = null)
    {
        var (first, last) = ((group * _group) + 1, (group * _group) + (count ?? _group));
        var from = DateTimeOffset.UtcNow + (spread is null ? TimeSpan.Zero : Lead);
        var now = Microseconds(from);
        var each = spread is { } time ? (long)(time.TotalMicroseconds / (last - first + 1)) : 0;

        // By the time at which they sleep, which numbers them.
        var woken = await _sendra.Database.ExecuteAsync(
            $"""
            UPDATE enrollments SET
                due_at = {now} + {each} * (due_at - entered_at - {Month + Day} - {first - 1}),
                entered_at = {now - Day} + {each} * (due_at - entered_at - {Month + Day} - {first - 1})
            WHERE workspace_id = {_sendra.Database.Literal(_workspace)} AND automation_id = {_sendra.Database.Literal(_automation)} AND status = 1
                AND due_at - entered_at - {Month + Day} BETWEEN {first - 1} AND {last - 1}
            """);
        if (woken != last - first + 1)
        {
            throw new InvalidOperationException($"Only {woken:N0} runs were left to wake: too few sleep.");
        }

        if (spread is not null && DateTimeOffset.UtcNow > from)
        {
            throw new InvalidOperationException("Waking the runs took so long that some were late already.");
        }
    }

    /// <summary>True when some that were woken have not been carried on. Asked often, so it counts none.</summary>
    public async Task<bool> AnyDueAsync() => await _sendra.Database.NumberAsync(
        $"""
        SELECT count(*) FROM (
            SELECT 1 FROM enrollments
            WHERE workspace_id = {_sendra.Database.Literal(_workspace)} AND due_at IS NOT NULL AND due_at < {Microseconds(DateTimeOffset.UtcNow + TimeSpan.FromDays(2))} LIMIT 1) AS due
        """) > 0;

    /// <summary>How late runs were carried on that came due after a moment: the 99th percentile, in ms.</summary>
    public async Task<double> LagAsync(DateTimeOffset since)
    {
        var of = $"FROM visits WHERE workspace_id = {_sendra.Database.Literal(_workspace)} AND step_id = 'sleep' AND entered_at >= {Microseconds(since) - Day}";
        var count = await _sendra.Database.NumberAsync($"SELECT count(*) {of}");
        return await _sendra.Database.NumberAsync(
            $"SELECT left_at - entered_at - {Day} {of} ORDER BY left_at - entered_at LIMIT 1 OFFSET {count * 99 / 100}") / 1_000d;
    }

    private static Guid IdOf(byte kind, int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (0x0198_c0de_0000UL << 16) | 0x7000 | kind);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], 0x8000_0000_0000_0000 | (uint)number);
        return new Guid(bytes, bigEndian: true);
    }

    private static long Microseconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
