using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Sendra.Application.Enrollments;
using Sendra.Application.Ingestion;
using Sendra.Domain.AuditLog;
using Sendra.Domain.Common;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Committing;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Auditing;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Workflows;

internal sealed class RunsByHand(SendraDbContext db, Committer committer, WorkflowTools tools, AuditTrail trail) : IRunsByHand
{
    public Task ExitAsync(EnrollmentId id, CancellationToken cancellationToken) =>
        ActAsync(id, "exited", AuditAction.Exited, (run, now) => run.Exit(now, byEventId: null), cancellationToken);

    public Task RetryAsync(EnrollmentId id, CancellationToken cancellationToken) => ActAsync(id, "retried", AuditAction.Retried, (run, now) => run.Retry(now), cancellationToken);

    private async Task ActAsync(EnrollmentId id, string verb, AuditAction action, Action<Enrollment, DateTimeOffset> act, CancellationToken cancellationToken)
    {
        var run = await (
            from row in db.Enrollments
            where row.Id == id
            join contact in db.Contacts on row.ContactId equals contact.Id
            select new { row.WorkspaceId, contact.Email }).FirstOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("enrollment");
        var line = trail.Line(run.WorkspaceId, action, new AuditTarget(AuditTargetType.Enrollment, id.ToString()));
        var batch = new HandBatch(tools, new DueRun(run.WorkspaceId, id, run.Email), verb, act, line, Random.Shared.Next(EventNameTally.Shards));
        await committer.CommitAsync(batch);
        if (batch.Failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        if (batch.IsGivenUp)
        {
            throw IngestionUnavailableException.StorageDown();
        }
    }
}
