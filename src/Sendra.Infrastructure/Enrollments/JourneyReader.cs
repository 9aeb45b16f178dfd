using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sendra.Application.Enrollments;
using Sendra.Application.Workflows;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Enrollments;

/// <summary>Puts the visits of runs into words, each by the version that the run followed then (F3).</summary>
internal sealed class JourneyReader(SendraDbContext db, WorkflowCache workflows)
{
    /// <summary>Reads the journeys of some runs, in the order of the runs.</summary>
    public async Task<IReadOnlyList<EnrollmentJourney>> ReadAsync(
        IReadOnlyList<(Enrollment Run, EnrollmentResult Result)> runs, CancellationToken cancellationToken)
    {
        var ids = runs.Select(one => one.Run.Id).ToArray();
        var visits = (await db.Visits.AsNoTracking().Where(visit => ids.Contains(visit.EnrollmentId)).ToListAsync(cancellationToken))
            .ToLookup(visit => visit.EnrollmentId);
        var journeys = new List<EnrollmentJourney>(runs.Count);
        foreach (var (run, result) in runs)
        {
            journeys.Add(await ReadAsync(run, result, visits[run.Id].OrderBy(visit => visit.Ordinal)));
        }

        return journeys;
    }

    private async Task<EnrollmentJourney> ReadAsync(Enrollment run, EnrollmentResult result, IEnumerable<Visit> visits)
    {
        var journey = new List<JourneyVisit>();
        foreach (var visit in visits)
        {
            journey.Add(Of(visit, await StepOfAsync(run, visit.Version, visit.StepId)));
        }

        if (run is { EnteredAt: { } enteredAt, StepId: { } at })
        {
            var step = await StepOfAsync(run, run.Version, at);
            var parked = run.IsParked ? "parked" : null;
            journey.Add(new JourneyVisit(at.Value, step?.Name, step?.Type, enteredAt, null, JourneyOutcome.Waiting, null, parked, JourneyWords.OfOpenVisit(run), run.ReceivedEventId));
        }

        var end = run.EndedBecause is { } because ? new RunEnd(CamelCase(because), JourneyWords.Of(because)) : null;
        return new EnrollmentJourney(result, end, journey);
    }

    private async ValueTask<Step?> StepOfAsync(Enrollment run, int version, StepId id) =>
        (await workflows.FindAsync(run.WorkspaceId, run.AutomationId, version))?.Find(id);

    private static JourneyVisit Of(Visit visit, Step? step) => new(
        visit.StepId.Value,
        step?.Name,
        step?.Type,
        visit.EnteredAt,
        visit.LeftAt,
        OutcomeOf(visit.Outcome),
        visit.Path,
        visit.Code is { } code ? CamelCase(code) : null,
        JourneyWords.Of(visit, step),
        visit.EventId);

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
