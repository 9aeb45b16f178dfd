using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sendra.Application.Enrollments;
using Sendra.Application.Workflows;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Enrollments;

/// <summary>Puts a run's visits into words, each by the version that the run followed then (F3).</summary>
internal static class JourneyReader
{
    public static async Task<EnrollmentJourney> ReadAsync(
        SendraDbContext db, Enrollment run, EnrollmentResult result, IReadOnlyList<Visit> visits, CancellationToken cancellationToken)
    {
        int[] numbers = [.. visits.Select(visit => visit.Version).Append(run.Version).Distinct()];
        var versions = await db.AutomationVersions.AsNoTracking()
            .Where(version => version.AutomationId == run.AutomationId && numbers.Contains(version.Number))
            .ToDictionaryAsync(version => version.Number, version => version.Workflow, cancellationToken);
        var journey = visits.Select(visit => Of(visit, StepOf(visit.Version, visit.StepId))).ToList();
        if (run is { EnteredAt: { } enteredAt, StepId: { } at })
        {
            var step = StepOf(run.Version, at);
            var parked = run.IsParked ? "parked" : null;
            journey.Add(new JourneyVisit(at.Value, step?.Name, step?.Type, enteredAt, null, JourneyOutcome.Waiting, null, parked, JourneyWords.OfOpenVisit(run)));
        }

        var end = run.EndedBecause is { } because ? new RunEnd(CamelCase(because), JourneyWords.Of(because)) : null;
        return new EnrollmentJourney(result, end, journey);

        Step? StepOf(int version, StepId id) => versions.GetValueOrDefault(version)?.Find(id);
    }

    private static JourneyVisit Of(Visit visit, Step? step) => new(
        visit.StepId.Value,
        step?.Name,
        step?.Type,
        visit.EnteredAt,
        visit.LeftAt,
        OutcomeOf(visit.Outcome),
        visit.Path,
        visit.Code is { } code ? CamelCase(code) : null,
        JourneyWords.Of(visit, step));

    private static JourneyOutcome OutcomeOf(VisitOutcome outcome) => outcome switch
    {
        VisitOutcome.Done => JourneyOutcome.Done,
        VisitOutcome.Skipped => JourneyOutcome.Skipped,
        VisitOutcome.Failed => JourneyOutcome.Failed,
        VisitOutcome.Cancelled => JourneyOutcome.Cancelled,
        _ => throw new InvalidOperationException($"No word for {outcome}."),
    };

    private static string CamelCase<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
