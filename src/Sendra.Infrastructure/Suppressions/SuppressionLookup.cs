using Sendra.Domain.Messages;
using Sendra.Infrastructure.Erasure;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Suppressions;

/// <summary>Says whom a batch of mail must not reach, in one statement. Asked at each try, right before the hand-over (M3).</summary>
internal sealed class SuppressionLookup(AddressKeys keys)
{
    /// <summary>Why some mail must not be sent, as codes (M4); what is missing may be sent.</summary>
    /// <param name="session">In whose transaction, which comes after the last commit that counts.</param>
    /// <param name="mails">Normalized addresses, with what is to be sent to them.</param>
    public async Task<IReadOnlyDictionary<(WorkspaceId WorkspaceId, string Email, MessageKind Kind), string>> ReasonsToSkipAsync(
        BulkSession session, IReadOnlyCollection<(WorkspaceId WorkspaceId, string Email, MessageKind Kind)> mails, CancellationToken cancellationToken)
    {
        var hashes = new Dictionary<(WorkspaceId WorkspaceId, string Email), AddressHash>();
        foreach (var workspace in mails.GroupBy(mail => mail.WorkspaceId))
        {
            // One without a key never suppressed anybody. To make it one here would wait for the session's own transaction.
            if (await keys.FindAsync(workspace.Key, cancellationToken) is { } key)
            {
                foreach (var mail in workspace)
                {
                    hashes[(mail.WorkspaceId, mail.Email)] = key.HashOf(mail.Email);
                }
            }
        }

        var found = new Dictionary<(WorkspaceId WorkspaceId, AddressHash AddressHash), (SuppressionScope Scope, SuppressionOrigin Origin)>();
        await session.ReadAsync(locking: false, SuppressionSql.SelectSuppressions.Read(
            [.. hashes.Select(one => (one.Key.WorkspaceId, one.Value)).Distinct()],
            row => found.Add((row.Id<WorkspaceId>(0), row.Id<AddressHash>(1)), ((SuppressionScope)row.Int(2), (SuppressionOrigin)row.Int(3)))));
        var reasons = new Dictionary<(WorkspaceId WorkspaceId, string Email, MessageKind Kind), string>();
        foreach (var mail in mails)
        {
            if (hashes.TryGetValue((mail.WorkspaceId, mail.Email), out var hash) && found.TryGetValue((mail.WorkspaceId, hash), out var suppressed)
                && Suppression.ReasonToSkip(suppressed.Scope, suppressed.Origin, mail.Kind) is { } reason)
            {
                reasons[mail] = reason;
            }
        }

        return reasons;
    }
}
