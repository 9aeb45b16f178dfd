using Microsoft.EntityFrameworkCore;
using Sendra.Application.Automations;
using Sendra.Application.Common;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Committing;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Workflows;

internal sealed class RunsInFlight(
    SendraDbContext db, IWorkspaceContext workspace, Committer committer, WorkflowTools tools, RunMover mover) : IRunsInFlight
{
    // A person waits for the answer.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    public async Task<(long Movable, long Others)> CountAsync(
        AutomationId automationId, int version, Workflow workflow, CancellationToken cancellationToken)
    {
        var places = await db.Enrollments
            .Where(row => row.AutomationId == automationId && row.Status == EnrollmentStatus.Active && row.Version != version)
            .GroupBy(row => new { row.Version, row.StepId })
            .Select(group => new { group.Key.Version, group.Key.StepId, Count = group.LongCount() })
            .ToListAsync(cancellationToken);
        var (movable, others) = (0L, 0L);
        foreach (var place in places)
        {
            var older = await tools.Workflows.GetAsync(workspace.WorkspaceId, automationId, place.Version);
            if (place.StepId is { } at && workflow.TakesOver(at, older))
            {
                movable += place.Count;
            }
            else
            {
                others += place.Count;
            }
        }

        return (movable, others);
    }

    public async Task<InFlightRuns?> FindMoveAsync(AutomationId automationId, int version, Workflow workflow, CancellationToken cancellationToken)
    {
        var job = await db.WorkflowJobs.AsNoTracking().Where(row => row.AutomationId == automationId && row.Kind == WorkflowJobKind.Move)
            .OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        if (job is null)
        {
            return null;
        }

        var (pending, stayed) = await CountAsync(automationId, version, workflow, cancellationToken);
        return new InFlightRuns(Math.Max(0, job.Runs - pending), stayed, pending);
    }

    public async Task MoveAsync(AutomationId automationId, CancellationToken cancellationToken)
    {
        var shard = Random.Shared.Next(EventNameTally.Shards);
        var began = tools.Clock.GetTimestamp();
        EnrollmentId? upTo = null;
        do
        {
            upTo = await mover.StepAsync(db, committer, automationId, upTo, shard, cancellationToken);
        }
        while (upTo is not null && tools.Clock.GetElapsedTime(began) < Moment && !committer.StorageIsDown);
    }
}
