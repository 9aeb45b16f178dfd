using Sendra.Application.Automations;
using Sendra.Application.Common;
using Sendra.Domain.Common;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Persistence.Queries;

namespace Sendra.Infrastructure.Automations;

/// <summary>One statement for all days: each count is a range of an index, so that no run of another day is read.</summary>
internal sealed class RunsByDay(ISqlReader sql, IWorkspaceContext workspace) : IRunsByDay
{
    public async Task<IReadOnlyList<RunDay>> CountAsync(AutomationId automationId, IReadOnlyList<LocalDay> days, CancellationToken cancellationToken)
    {
        Sql ofAutomation = $"e.workspace_id = {workspace.WorkspaceId} AND e.automation_id = {automationId}";
        var counted = await sql.ReadAsync(
            Sql.Join(" UNION ALL ", [.. days.Select((day, number) => Count(number, day, ofAutomation))]),
            row => (Day: row.Int(0), Enrolled: row.Long(1), Completed: row.Long(2), Exited: row.Long(3)),
            cancellationToken);
        return [.. counted.OrderBy(row => row.Day).Select(row => new RunDay(days[row.Day].Date, row.Enrolled, row.Completed, row.Exited))];
    }

    // A run's id has the time at which it began. Its status comes first in the index, so all of them are named.
    private static Sql Count(int number, LocalDay day, Sql ofAutomation)
    {
        var (first, end) = (TimeOrderedId.LowerBound<EnrollmentId>(day.From), TimeOrderedId.LowerBound<EnrollmentId>(day.To));
        return $"""
            SELECT {number} AS day,
                (SELECT CAST(COUNT(*) AS bigint) FROM enrollments e WHERE {ofAutomation}
                    AND e.status IN ({(int)EnrollmentStatus.Active}, {(int)EnrollmentStatus.Completed}, {(int)EnrollmentStatus.Exited}) AND e.id >= {first} AND e.id < {end}) AS enrolled,
                {Ended(EnrollmentStatus.Completed, day, ofAutomation)} AS completed,
                {Ended(EnrollmentStatus.Exited, day, ofAutomation)} AS exited
            """;
    }

    private static Sql Ended(EnrollmentStatus status, LocalDay day, Sql ofAutomation) =>
        $"(SELECT CAST(COUNT(*) AS bigint) FROM enrollments e WHERE {ofAutomation} AND e.status = {(int)status} AND e.ended_at >= {day.From} AND e.ended_at < {day.To})";
}
