using Sendra.Domain.AuditLog;
using Sendra.Domain.Common;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Persistence.Auditing;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Workflows;

/// <summary>Does with one run what a person asks for.</summary>
internal sealed class HandBatch(WorkflowTools tools, DueRun run, string verb, Action<Enrollment, DateTimeOffset> act, AuditLine line, int shard)
    : RunBatch(tools, [run], shard)
{
    protected override IEnumerable<Enrollment> Decide(RunSet set)
    {
        if (set.Runs is not [var waiting])
        {
            throw new ConflictException("enrollmentEnded", $"This enrollment has ended and can't be {verb}.");
        }

        act(waiting.Run, Now);
        return [waiting.Run];
    }

    protected override Task SaveFirstAsync(BulkSession session) => session.WriteAsync(AuditSql.InsertLines.Write([line]));

    protected override RunBatch Alone(DueRun run) => throw new InvalidOperationException("It has one run.");
}
