using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Erasure;

/// <summary>Erases enrollments with their visits and messages, and takes the visits off the counts of their steps, in the transaction of its caller.</summary>
internal static class EnrollmentEraser
{
    /// <exception cref="LostRaceException">Somebody else erased one of them at the same time.</exception>
    public static async Task EraseAsync(BulkSession session, IReadOnlyList<StoredRow<EnrollmentId>> enrollments)
    {
        if (enrollments.Count == 0)
        {
            return;
        }

        var places = new Dictionary<EnrollmentId, (AutomationId Automation, string? OpenStep)>();
        var visits = new List<(EnrollmentId Enrollment, string Step, string? Path, VisitOutcome Outcome)>();
        await session.ReadAsync(
            locking: false,
            ErasureSql.SelectPlaces.Read(
                enrollments, row => places.Add(row.Id<EnrollmentId>(0), (row.Id<AutomationId>(1), row.LongOrNull(3) is null ? null : row.TextOrNull(2)))),
            ErasureSql.SelectVisits.Read(
                enrollments, row => visits.Add((row.Id<EnrollmentId>(0), row.Text(1), row.TextOrNull(2), (VisitOutcome)row.Int(3)))));
        var tallies = Tallies(enrollments[0].WorkspaceId, places, visits);
        await session.WriteAsync(
            RunSql.InsertMissingTallies.Write(tallies, everyRow: false),
            RunSql.AddToTallies.Write(tallies),
            ErasureSql.DeleteVisits.Write(enrollments, everyRow: false),
            ErasureSql.DeleteEffects.Write(enrollments, everyRow: false),
            ErasureSql.DeleteMessages.Write(enrollments, everyRow: false),
            ErasureSql.DeleteEnrollments.Write(enrollments));
    }

    private static StepTally[] Tallies(
        WorkspaceId workspaceId,
        Dictionary<EnrollmentId, (AutomationId Automation, string? OpenStep)> places,
        List<(EnrollmentId Enrollment, string Step, string? Path, VisitOutcome Outcome)> visits)
    {
        var left = visits.Where(visit => places.ContainsKey(visit.Enrollment))
            .Select(visit => (places[visit.Enrollment].Automation, visit.Step, Path: visit.Path ?? "", Outcome: (VisitOutcome?)visit.Outcome));
        var open = places.Values.Where(place => place.OpenStep is not null)
            .Select(place => (place.Automation, Step: place.OpenStep!, Path: "", Outcome: (VisitOutcome?)null));
        return
        [
            .. left.Concat(open).GroupBy(one => (one.Automation, one.Step, one.Path))
                .OrderBy(group => group.Key.Automation).ThenBy(group => group.Key.Step, StringComparer.Ordinal).ThenBy(group => group.Key.Path, StringComparer.Ordinal)
                .Select(group => new StepTally
                {
                    WorkspaceId = workspaceId,
                    AutomationId = group.Key.Automation,
                    StepId = group.Key.Step,
                    Path = group.Key.Path,
                    Shard = EventNameTally.ErasedShard,
                    Waiting = -group.LongCount(one => one.Outcome is null),
                    Passed = -group.LongCount(one => one.Outcome is VisitOutcome.Done or VisitOutcome.Skipped),
                    Failed = -group.LongCount(one => one.Outcome == VisitOutcome.Failed),
                    Cancelled = -group.LongCount(one => one.Outcome == VisitOutcome.Cancelled),
                }),
        ];
    }
}
