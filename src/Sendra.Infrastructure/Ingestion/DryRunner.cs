using Sendra.Application.Enrollments;
using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.Domain.Events;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Databases;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>Decides requests and writes nothing (E10).</summary>
internal sealed class DryRunner(IBulkDatabase database, BatchLoader loader, IdGenerator ids)
{
    public async Task<IngestionAnswer> RunAsync(IngestionRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await using var session = await database.OpenAsync(cancellationToken);
            var set = await loader.LoadAsync(session, [request], locking: false);
            return new IngestionAnswer(
                [.. request.Events.Select(incoming => Decider.Refuse(request.WorkspaceId, incoming, set) is { } refusal
                    ? EventOutcome.Refused(refusal)
                    : WithJourneys(Decider.Decide(request.WorkspaceId, incoming, set, ids).Outcome, set, request.WorkspaceId).Unsaved())],
                request.Rejected ?? []);
        }
        catch (Exception exception) when (StorageTrouble.IsUnavailable(exception))
        {
            throw IngestionUnavailableException.StorageDown();
        }
    }

    // Deciding walks the runs that it begins to where they first rest; here that is told instead of saved (F11).
    private static EventOutcome WithJourneys(EventOutcome outcome, WorkingSet set, WorkspaceId workspaceId)
    {
        var begun = set.Runs.SelectMany(runs => runs.Begun).ToDictionary(run => run.Id);
        return outcome with { Decisions = [.. outcome.Decisions.Select(decision => decision with { Journey = JourneyOf(decision) })] };

        IReadOnlyList<JourneyVisit>? JourneyOf(ExplainedDecision decision)
        {
            if (decision is not { Outcome: DecisionOutcome.Enrolled, EnrollmentId: { } id } || !begun.TryGetValue(id, out var run))
            {
                return null;
            }

            var workflow = set.RulesOf(workspaceId).WorkflowOf(run.AutomationId);
            var left = run.Left.Select(visit => JourneyVisit.Of(visit, workflow.Find(visit.StepId)));
            return JourneyVisit.OfOpen(run, run.StepId is { } at ? workflow.Find(at) : null, run.Wanted) is { } open ? [.. left, open] : [.. left];
        }
    }
}
