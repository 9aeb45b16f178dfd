using Sendra.Domain.Messages;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Suppressions;

/// <summary>Suppresses addresses in the transaction of its caller.</summary>
internal static class SuppressionWriter
{
    /// <summary>A wider suppression replaces a narrower one; otherwise what is there stays. Two at once make one: the loser repeats its transaction.</summary>
    /// <param name="suppressions">Each address once. Where an address comes of a contact, the caller has locked the contact, or an erasure might miss it.</param>
    public static Task WriteAsync(BulkSession session, IReadOnlyList<Suppression> suppressions)
    {
        // In one order, so that two don't wait for each other in a circle.
        Suppression[] rows = [.. suppressions.OrderBy(row => row.WorkspaceId).ThenBy(row => row.AddressHash)];
        return session.WriteAsync(
            SuppressionSql.WidenSuppressions.Write(rows, everyRow: false),
            SuppressionSql.CompleteSuppressions.Write(rows, everyRow: false),
            SuppressionSql.InsertSuppressions.Write(rows, everyRow: false));
    }
}
