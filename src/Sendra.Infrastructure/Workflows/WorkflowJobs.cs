using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sendra.Domain.Automations;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Committing;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.Rows;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Workflows;

/// <summary>Carries out <see cref="WorkflowJob"/>s: a step of each in turn, so that none holds up another.</summary>
internal sealed partial class WorkflowJobs(
    Committer committer, WorkspaceDbContexts contexts, WorkflowTools tools, RunMover mover, ILogger<WorkflowJobs> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly int _shard = Random.Shared.Next(EventNameTally.Shards);

    // How far each move has come. After a restart it begins anew, and passes over what has moved.
    private readonly Dictionary<WorkflowJobId, EnrollmentId> _movedUpTo = [];

    // What could not be done now is tried again, not at once.
    private bool _isIncomplete;

    /// <summary>Does a step of each job.</summary>
    /// <returns>False when there is none.</returns>
    public async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        await using var anyWorkspace = contexts.For(default);
        var jobs = await anyWorkspace.AllWorkflowJobs().AsNoTracking().ToListAsync(cancellationToken);
        foreach (var job in jobs)
        {
            await using var db = contexts.For(job.WorkspaceId);
            if (!await StepAsync(db, job, cancellationToken))
            {
                await db.WorkflowJobs.Where(row => row.Id == job.Id).ExecuteDeleteAsync(cancellationToken);
            }
        }

        return jobs.Count > 0;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                if (!await TryStepAsync(stoppingToken))
                {
                    await Task.Delay(Interval, tools.Clock, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is left is done after the restart.
        }

        await committer.DisposeAsync();
    }

    private async Task<bool> TryStepAsync(CancellationToken stoppingToken)
    {
        try
        {
            _isIncomplete = false;
            return await StepAsync(stoppingToken) && !committer.StorageIsDown && !_isIncomplete;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            if (!StorageTrouble.IsUnavailable(exception))
            {
                LogFailed(logger, exception);
            }

            return false;
        }
    }

    private Task<bool> StepAsync(SendraDbContext db, WorkflowJob job, CancellationToken cancellationToken) => job.Kind switch
    {
        WorkflowJobKind.Release => ReleaseAsync(db, job.AutomationId, cancellationToken),
        WorkflowJobKind.End => EndAsync(db.Enrollments.Where(run => run.AutomationId == job.AutomationId), db, runs => new EndBatch(tools, runs, _shard), cancellationToken),

        // Ids are ordered by time: who enrolled after it was activated again goes on.
        WorkflowJobKind.Stop => EndAsync(
            db.Enrollments.Where(run => run.AutomationId == job.AutomationId && run.Id < new EnrollmentId(job.Id.Value)),
            db,
            runs => new StopBatch(tools, runs, _shard),
            cancellationToken),
        WorkflowJobKind.Move => MoveAsync(db, job, cancellationToken),
    };

    // Due at the time at which they would have been: the oldest go first.
    private async Task<bool> ReleaseAsync(SendraDbContext db, AutomationId automationId, CancellationToken cancellationToken)
    {
        if (!await db.Automations.AnyAsync(row => row.Id == automationId && row.Status == AutomationStatus.Live, cancellationToken))
        {
            return false;
        }

        var more = await ReleaseEffectsAsync(db, automationId, cancellationToken);
        var held = await db.Enrollments.Where(row => row.AutomationId == automationId && row.HeldDueAt != null)
            .OrderBy(row => row.Id).Take(DueFinder.BatchSize).Select(row => new { row.Id, row.HeldDueAt }).ToListAsync(cancellationToken);
        var ids = held.ConvertAll(row => row.Id);
        await db.Enrollments.Where(row => ids.Contains(row.Id) && row.HeldDueAt != null)
            .ExecuteUpdateAsync(
                row => row.SetProperty(run => run.DueAt, run => run.HeldDueAt).SetProperty(run => run.HeldDueAt, (DateTimeOffset?)null),
                cancellationToken);
        tools.Signal.Notify(held.Min(row => row.HeldDueAt));
        return more || held.Count == DueFinder.BatchSize;
    }

    private async Task<bool> ReleaseEffectsAsync(SendraDbContext db, AutomationId automationId, CancellationToken cancellationToken)
    {
        var held = await db.Effects.Where(effect => effect.AutomationId == automationId && effect.HeldDueAt != null)
            .OrderBy(effect => effect.EnrollmentId).Take(DueFinder.BatchSize).Select(effect => effect.EnrollmentId).ToListAsync(cancellationToken);
        await db.Effects.Where(effect => held.Contains(effect.EnrollmentId) && effect.HeldDueAt != null)
            .ExecuteUpdateAsync(
                row => row.SetProperty(effect => effect.DueAt, effect => effect.HeldDueAt).SetProperty(effect => effect.HeldDueAt, (DateTimeOffset?)null),
                cancellationToken);
        tools.Outbox.NotifyAll(held.Count > 0 ? tools.Clock.GetUtcNow() : null);
        return held.Count == DueFinder.BatchSize;
    }

    private async Task<bool> EndAsync(IQueryable<Enrollment> which, SendraDbContext db, Func<IEnumerable<DueRun>, RunBatch> ending, CancellationToken cancellationToken)
    {
        var runs = await (
            from run in which
            where run.Status == EnrollmentStatus.Active
            orderby run.Id
            join contact in db.Contacts on run.ContactId equals contact.Id
            select new { run.WorkspaceId, run.Id, contact.Email }).Take(DueFinder.BatchSize).ToListAsync(cancellationToken);
        if (runs.Count > 0)
        {
            var batch = ending(runs.Select(run => new DueRun(run.WorkspaceId, run.Id, run.Email)));
            await committer.CommitAsync(batch);
            _isIncomplete |= batch.IsIncomplete;
        }

        return runs.Count > 0;
    }

    private async Task<bool> MoveAsync(SendraDbContext db, WorkflowJob job, CancellationToken cancellationToken)
    {
        EnrollmentId? before = _movedUpTo.TryGetValue(job.Id, out var known) ? known : null;
        if (await mover.StepAsync(db, committer, job.AutomationId, before, _shard, cancellationToken) is { } last)
        {
            _isIncomplete |= last == (before ?? default(EnrollmentId));
            _movedUpTo[job.Id] = last;
            return true;
        }

        _movedUpTo.Remove(job.Id);
        return false;
    }

    [LoggerMessage(LogLevel.Error, "What a change of an automation means for its runs could not be carried out; it will be tried again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
