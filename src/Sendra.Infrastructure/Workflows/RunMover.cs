using Microsoft.EntityFrameworkCore;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Committing;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Workflows;

/// <summary>Goes through the runs of older versions, oldest first, and moves those that can (F7).</summary>
internal sealed class RunMover(WorkflowTools tools)
{
    /// <summary>Moves some.</summary>
    /// <param name="db">The workspace's.</param>
    /// <param name="committer">What commits.</param>
    /// <param name="after">Up to which run they were looked at before; null for none.</param>
    /// <param name="shard">Which counters to use.</param>
    /// <returns>Up to which run they were looked at now; null at the end.</returns>
    public async Task<EnrollmentId?> StepAsync(
        SendraDbContext db, Committer committer, AutomationId automationId, EnrollmentId? after, int shard, CancellationToken cancellationToken)
    {
        var newest = await db.Automations.Where(row => row.Id == automationId).Select(row => row.Version).FirstOrDefaultAsync(cancellationToken);
        var older = db.Enrollments.Where(row => row.AutomationId == automationId && row.Status == EnrollmentStatus.Active && row.Version < newest);
        if (after is { } last)
        {
            older = older.Where(row => row.Id > last);
        }

        var runs = await (
            from run in older
            orderby run.Id
            join contact in db.Contacts on run.ContactId equals contact.Id
            select new { run.WorkspaceId, run.Id, contact.Email }).Take(DueFinder.BatchSize).ToListAsync(cancellationToken);
        if (runs.Count == 0)
        {
            return null;
        }

        var batch = new MoveBatch(tools, runs.Select(run => new DueRun(run.WorkspaceId, run.Id, run.Email)), shard);
        await committer.CommitAsync(batch);

        // What could not be tried now is tried again; a run whose walk throws stays on its version.
        return batch.IsGivenUp ? after ?? default(EnrollmentId) : runs[^1].Id;
    }
}
