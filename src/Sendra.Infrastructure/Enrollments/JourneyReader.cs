using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sendra.Application.Enrollments;
using Sendra.Application.Workflows;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Calls;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Enrollments;

/// <summary>Puts the visits of runs into words, each by the version that the run followed then (F3).</summary>
internal sealed class JourneyReader(SendraDbContext db, WorkflowCache workflows)
{
    private const int MaxExcerpt = 200;

    /// <summary>Reads the journeys of some runs, in the order of the runs.</summary>
    public async Task<IReadOnlyList<EnrollmentJourney>> ReadAsync(
        IReadOnlyList<(Enrollment Run, EnrollmentResult Result)> runs, CancellationToken cancellationToken)
    {
        var ids = runs.Select(one => one.Run.Id).ToArray();
        var visits = (await db.Visits.AsNoTracking().Where(visit => ids.Contains(visit.EnrollmentId)).ToListAsync(cancellationToken))
            .ToLookup(visit => visit.EnrollmentId);
        var effects = await db.Effects.AsNoTracking().Where(effect => ids.Contains(effect.EnrollmentId))
            .ToDictionaryAsync(effect => (effect.EnrollmentId, effect.Visit), cancellationToken);
        var messages = (await db.Messages.Where(row => row.EnrollmentId != null && ids.Contains(row.EnrollmentId.Value))
            .Select(row => new { row.Id, row.EnrollmentId, row.Visit }).ToListAsync(cancellationToken))
            .ToDictionary(row => (row.EnrollmentId!.Value, row.Visit!.Value), row => row.Id);
        var journeys = new List<EnrollmentJourney>(runs.Count);
        foreach (var (run, result) in runs)
        {
            journeys.Add(await ReadAsync(
                run,
                result,
                visits[run.Id].Where(visit => IsOf(run, visit)).OrderBy(visit => visit.Ordinal),
                number => effects.GetValueOrDefault((run.Id, number)),
                number => messages.TryGetValue((run.Id, number), out var message) ? message : null));
        }

        return journeys;
    }

    private async Task<EnrollmentJourney> ReadAsync(
        Enrollment run, EnrollmentResult result, IEnumerable<Visit> visits, Func<int, Effect?> effectOf, Func<int, MessageId?> messageOf)
    {
        var journey = new List<JourneyVisit>();
        foreach (var visit in visits)
        {
            journey.Add(WithExcerpt(
                JourneyVisit.Of(visit, await StepOfAsync(run, visit.Version, visit.StepId), messageOf(visit.Ordinal)), effectOf(visit.Ordinal)));
        }

        if (run is { EnteredAt: not null, StepId: { } at }
            && effectOf(run.VisitNumber) is var effect
            && JourneyVisit.OfOpen(run, await StepOfAsync(run, run.Version, at), effect, messageOf(run.VisitNumber)) is { } open)
        {
            journey.Add(WithExcerpt(open, effect));
        }

        var end = run.EndedBecause is { } because ? new RunEnd(JsonNamingPolicy.CamelCase.ConvertName($"{because}"), JourneyWords.Of(because)) : null;
        return new EnrollmentJourney(result, end, journey);
    }

    // The run was read first, and may have gone on since: what it left after that is not yet part of its journey.
    private static bool IsOf(Enrollment run, Visit visit) => run.EnteredAt is null || visit.Ordinal < run.VisitNumber;

    private async ValueTask<Step?> StepOfAsync(Enrollment run, int version, StepId id) =>
        (await workflows.FindAsync(run.WorkspaceId, run.AutomationId, version))?.Find(id);

    private static JourneyVisit WithExcerpt(JourneyVisit visit, Effect? effect) => visit with { Reason = visit.Reason + ExcerptOf(effect) };

    // As long as the answer is kept, the journey shows how it begins.
    private static string ExcerptOf(Effect? effect)
    {
        if (effect?.Answer is not { } answer)
        {
            return "";
        }

        var text = string.Concat(Encoding.UTF8.GetString(KeptText.Expand(answer)).Trim().Select(each => char.IsControl(each) ? ' ' : each));
        return text.Length == 0 ? "" : $" The answer begins with: {Text.Truncate(text, MaxExcerpt)}";
    }
}
