using Sendra.Application.Ingestion;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>Suppresses who can't be reached, or wants to be left alone, by the word of a mail provider (M3, M5).</summary>
internal interface IReportedSuppressions
{
    /// <summary>Suppresses in the transaction of a batch, whose contacts are locked.</summary>
    Task WriteAsync(BulkSession session, IReadOnlyList<MessageReport> reports);
}
