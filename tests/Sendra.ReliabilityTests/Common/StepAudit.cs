using System.Data.Common;
using System.Globalization;

namespace Sendra.ReliabilityTests.Common;

/// <summary>Compares the journeys of runs with the steps that they were given: <see cref="Steps"/>.</summary>
internal static class StepAudit
{
    private const int Completed = 2;
    private const int Exited = 3;
    private const int Cancelled = 4;

    // In microseconds. So short that runs come due while the program is down, and again as soon as it is up.
    private const long Wait = 1_000_000;

    private const string Runs = "SELECT id, status, visit_number, entered_at, step_id FROM enrollments WHERE visit_number > 0 ORDER BY id";

    private const string Visits = "SELECT enrollment_id, ordinal, step_id, entered_at, left_at, outcome, path FROM visits ORDER BY enrollment_id, ordinal";

    private const string Tallies = "SELECT step_id, SUM(waiting), SUM(passed) + SUM(cancelled) FROM step_tallies GROUP BY step_id";

    private static readonly string[][] Ways = [["mark", "first", "half", "a", "last"], ["mark", "first", "half", "b", "last"]];

    /// <summary>What runs go through: an update, a wait, a split, another wait on each of its paths, and an update.</summary>
    public static object[] Steps =>
    [
        new { id = "mark", type = "updateContact", set = new { firstName = "Begun" }, next = "first" },
        new { id = "first", type = "wait", @for = "PT1S", next = "half" },
        new { id = "half", type = "split", paths = new[] { new { name = "A", weight = 1, next = "a" }, new { name = "B", weight = 1, next = "b" } } },
        new { id = "a", type = "wait", @for = "PT1S", next = "last" },
        new { id = "b", type = "wait", @for = "PT1S", next = "last" },
        new { id = "last", type = "updateContact", set = new { lastName = "Done" } },
    ];

    /// <summary>Each journey is a beginning of a way, without a gap, a double or a timer that fired early, and the counts say the same.</summary>
    /// <returns>How many runs there are, how many are still under way, and how many visits there were.</returns>
    public static async Task<(int Runs, int Active, int Visits)> CheckAsync(FaultyDatabase database)
    {
        var runs = await database.ReadAsync(Runs, reader => Read(reader, row => new
        {
            Id = Text(row.GetValue(0)),
            Status = row.GetInt32(1),
            Visits = row.GetInt32(2),
            At = row.IsDBNull(3) ? null : row.GetString(4),
        }));
        var visits = await database.ReadAsync(Visits, reader => Read(reader, row =>
            new Visited(Text(row.GetValue(0)), row.GetInt32(1), row.GetString(2), row.GetInt64(3), row.GetInt64(4), row.GetInt32(5), row.IsDBNull(6) ? null : row.GetString(6))));
        var journeys = visits.ToLookup(visit => visit.Run);
        foreach (var run in runs)
        {
            Check(run.Id, run.Status, run.Visits, run.At, [.. journeys[run.Id]]);
        }

        journeys.Select(journey => journey.Key).Should().BeSubsetOf(runs.Select(run => run.Id), "no visit is without its run");
        var tallies = await database.ReadAsync(Tallies, reader => Read(reader, row => (Step: row.GetString(0), Waiting: Number(row.GetValue(1)), Left: Number(row.GetValue(2)))));
        foreach (var (step, waiting, left) in tallies)
        {
            (waiting, left).Should().Be((runs.Count(run => run.At == step), visits.Count(visit => visit.Step == step)), $"each visit to {step} is counted once");
        }

        return (runs.Count, runs.Count(run => run.At is not null), visits.Count);
    }

    private static void Check(string run, int status, int number, string? at, Visited[] journey)
    {
        string[] steps = [.. journey.Select(visit => visit.Step), .. at is null ? Array.Empty<string>() : [at]];
        var way = Ways.FirstOrDefault(way => way.Take(steps.Length).SequenceEqual(steps));
        way.Should().NotBeNull($"run {run} went {string.Join(", ", steps)}");
        journey.Select(visit => visit.Ordinal).Should().Equal(Enumerable.Range(1, journey.Length));
        number.Should().Be(steps.Length);
        (status is Completed or Exited).Should().Be(at is null, "who is at no step has ended");
        (steps.Length == way!.Length).Should().Be(status == Completed, "who went through all steps is completed");
        journey.Select((visit, i) => visit.Outcome == Cancelled && i < journey.Length - 1).Should().NotContain(true);
        (journey.LastOrDefault()?.Outcome == Cancelled).Should().Be(status == Exited);
        journey.Skip(1).Select(visit => visit.EnteredAt).Should().Equal(journey.SkipLast(1).Select(visit => visit.LeftAt), "each step begins when the one before it is left");
        journey.Where(visit => visit.Step == "half").All(visit => visit.Path == (steps[3] == "a" ? "A" : "B")).Should().BeTrue("the path leads where it went");
        foreach (var visit in journey.Where(visit => visit.Step is "first" or "a" or "b" && visit.Outcome != Cancelled))
        {
            (visit.LeftAt - visit.EnteredAt).Should().BeGreaterThanOrEqualTo(Wait, "no timer fires early");
        }
    }

    private static List<T> Read<T>(DbDataReader reader, Func<DbDataReader, T> read)
    {
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static string Text(object id) => id is byte[] bytes ? new Guid(bytes, bigEndian: true).ToString() : id.ToString()!;

    private static long Number(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private sealed record Visited(string Run, int Ordinal, string Step, long EnteredAt, long LeftAt, int Outcome, string? Path);
}
