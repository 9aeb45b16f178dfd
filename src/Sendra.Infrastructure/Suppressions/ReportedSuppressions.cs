using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.Domain.Messages;
using Sendra.Infrastructure.Erasure;
using Sendra.Infrastructure.Ingestion;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Suppressions;

internal sealed class ReportedSuppressions(AddressKeys keys, IdGenerator ids) : IReportedSuppressions
{
    public async Task WriteAsync(BulkSession session, IReadOnlyList<MessageReport> reports)
    {
        var suppressions = new List<Suppression>();
        foreach (var report in reports)
        {
            // There is a key: the delivery was read by it.
            if (report.Feedback.Suppresses is { } suppresses && await keys.FindAsync(report.WorkspaceId, CancellationToken.None) is { } key)
            {
                suppressions.Add(Suppression.Of(
                    ids.Next<SuppressionId>(), report.WorkspaceId, key.HashOf(report.Message.Email), report.Message.Email, suppresses.Scope, suppresses.Origin, report.Message.Id));
            }
        }

        if (suppressions.Count > 0)
        {
            await SuppressionWriter.WriteAsync(session, suppressions);
        }
    }
}
