using Microsoft.EntityFrameworkCore;
using Sendra.Application.Suppressions;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Messages;
using Sendra.Infrastructure.Erasure;
using Sendra.Infrastructure.Ingestion;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Suppressions;

internal sealed class Consents(WorkspaceDbContexts contexts, AddressKeys keys, ErasureSteps steps, IdGenerator ids) : IConsents
{
    public async ValueTask<UnsubscribeToken?> OpenAsync(string? text, CancellationToken cancellationToken) =>
        UnsubscribeToken.TryRead(text, out var token) && await keys.FindAsync(token.WorkspaceId, cancellationToken) is { } key && token.IsSignedBy(key)
            ? token
            : null;

    public async Task<Consent> ReadAsync(UnsubscribeToken token, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(token.WorkspaceId);
        var found = await Of(db, token).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return found switch
        {
            null => Consent.Subscribed,
            { Scope: SuppressionScope.Marketing, Origin: SuppressionOrigin.Unsubscribe } => Consent.Unsubscribed,
            _ => Consent.Suppressed,
        };
    }

    public async Task UnsubscribeAsync(UnsubscribeToken token, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(token.WorkspaceId);
        var email = await db.Contacts.Where(row => row.Id == token.ContactId).Select(row => row.Email).FirstOrDefaultAsync(cancellationToken);
        var id = ids.Next<SuppressionId>();
        await steps.RunOneAsync(
            async session =>
            {
                // Locked, so that an erasure either has not begun, and finds the address here, or is over, and the address is not kept.
                Contact? contact = null;
                if (email is not null)
                {
                    await session.ReadAsync(
                        locking: true, ContactSql.SelectContacts.Read([(token.WorkspaceId, email)], row => contact = ContactSql.ReadContact(row)));
                }

                var kept = contact?.Id == token.ContactId ? email : null;
                await SuppressionWriter.WriteAsync(
                    session,
                    [Suppression.Of(id, token.WorkspaceId, token.AddressHash, kept, SuppressionScope.Marketing, SuppressionOrigin.Unsubscribe, token.MessageId)]);
                return true;
            },
            cancellationToken);
    }

    public async Task ResubscribeAsync(UnsubscribeToken token, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(token.WorkspaceId);
        await Of(db, token).Where(row => row.Scope == SuppressionScope.Marketing && row.Origin == SuppressionOrigin.Unsubscribe)
            .ExecuteDeleteAsync(cancellationToken);
        await Of(db, token).Where(row => row.UnsubscribedAt != null)
            .ExecuteUpdateAsync(row => row.SetProperty(suppression => suppression.UnsubscribedAt, (DateTimeOffset?)null), cancellationToken);
    }

    private static IQueryable<Suppression> Of(SendraDbContext db, UnsubscribeToken token) =>
        db.Suppressions.Where(row => row.AddressHash == token.AddressHash);
}
