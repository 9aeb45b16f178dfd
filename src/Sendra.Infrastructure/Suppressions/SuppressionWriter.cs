using Sendra.Domain.Messages;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Suppressions;

/// <summary>Suppresses addresses in the transaction of its caller.</summary>
internal static class SuppressionWriter
{
    /// <summary>A wider suppression replaces a narrower one; otherwise what is there stays. Two at once make one: the loser repeats its transaction.</summary>
    /// <param name="suppressions">Of several of one address the widest counts. Where an address comes of a contact, the caller has locked the contact, or an erasure might miss it.</param>
    public static Task WriteAsync(BulkSession session, IReadOnlyList<Suppression> suppressions)
    {
        // In one order, so that two don't wait for each other in a circle.
        Suppression[] rows =
        [
            .. suppressions.GroupBy(row => (row.WorkspaceId, row.AddressHash))
                .OrderBy(address => address.Key.WorkspaceId).ThenBy(address => address.Key.AddressHash)
                .Select(address => address.MaxBy(row => row.Scope)!),
        ];
        return session.WriteAsync(
            SuppressionSql.WidenSuppressions.Write(rows, everyRow: false),
            SuppressionSql.CompleteSuppressions.Write(rows, everyRow: false),
            SuppressionSql.InsertSuppressions.Write(rows, everyRow: false));
    }
}
