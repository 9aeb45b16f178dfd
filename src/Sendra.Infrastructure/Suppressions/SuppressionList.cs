using Microsoft.EntityFrameworkCore;
using Sendra.Application.Common;
using Sendra.Application.Suppressions;
using Sendra.Domain.AuditLog;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Messages;
using Sendra.Infrastructure.Erasure;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Auditing;
using Sendra.Infrastructure.Persistence.Queries;

namespace Sendra.Infrastructure.Suppressions;

internal sealed class SuppressionList(SendraDbContext db, AddressKeys keys, ErasureSteps steps, IWorkspaceContext workspace, AuditTrail trail, IdGenerator ids) : ISuppressions
{
    public async Task<Page<Suppression>> ListAsync(SuppressionFilter filter, Paging paging, CancellationToken cancellationToken)
    {
        var rows = db.Suppressions.AsNoTracking();
        if (filter.Email is { } email)
        {
            if (await FindHashAsync(email, cancellationToken) is not { } hash)
            {
                return new Page<Suppression>([], null);
            }

            rows = rows.Where(row => row.AddressHash == hash);
        }

        if (filter.Scope is { } scope)
        {
            rows = rows.Where(row => row.Scope == scope);
        }

        if (filter.Origin is { } origin)
        {
            rows = rows.Where(row => row.Origin == origin);
        }

        if (paging.AfterId<SuppressionId>() is { } after)
        {
            rows = rows.Where(row => row.Id < after);
        }

        return paging.Cut(await rows.OrderByDescending(row => row.Id).Take(paging.Size + 1).ToListAsync(cancellationToken), row => row.Id);
    }

    public async Task<IReadOnlyDictionary<string, Suppression>> FindAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken)
    {
        if (await keys.FindAsync(workspace.WorkspaceId, cancellationToken) is not { } key)
        {
            return new Dictionary<string, Suppression>();
        }

        var hashes = emails.Distinct().ToDictionary(key.HashOf);
        var found = await hashes.Keys.ReadInStepsAsync(
            step => db.Suppressions.AsNoTracking().Where(row => step.Contains(row.AddressHash)), cancellationToken);
        return found.ToDictionary(row => hashes[row.AddressHash], StringComparer.Ordinal);
    }

    public async Task<int> AddAsync(
        IReadOnlyDictionary<EmailAddress, SuppressionScope> addresses, SuppressionOrigin origin, CancellationToken cancellationToken)
    {
        var key = await keys.OfAsync(workspace.WorkspaceId, cancellationToken);
        var added = 0;
        foreach (var chunk in addresses.Chunk(ErasureSteps.Size))
        {
            added += await AddAsync(chunk, origin, key, cancellationToken);
        }

        return added;
    }

    public async Task<bool> LiftAsync(EmailAddress email, bool keepUnsubscribed, CancellationToken cancellationToken)
    {
        if (await FindHashAsync(email, cancellationToken) is not { } hash)
        {
            return false;
        }

        // An erased person's address is known by its hash alone, and the log doesn't bring it back.
        var own = db.Suppressions.Where(row => row.AddressHash == hash);
        if (await own.Select(row => new { row.Id, row.Email }).FirstOrDefaultAsync(cancellationToken) is not { } known)
        {
            return false;
        }

        return await db.AuditedAsync(
            AuditAction.Deleted,
            new AuditTarget(AuditTargetType.Suppression, known.Id.ToString(), known.Email),
            () => LiftAsync(own, keepUnsubscribed, cancellationToken),
            cancellationToken);
    }

    private async Task<bool> LiftAsync(IQueryable<Suppression> own, bool keepUnsubscribed, CancellationToken cancellationToken)
    {
        if (!keepUnsubscribed)
        {
            return await own.ExecuteDeleteAsync(cancellationToken) > 0;
        }

        var id = ids.Next<SuppressionId>();
        var narrowed = await own.Where(row => row.UnsubscribedAt != null && row.Origin != SuppressionOrigin.Unsubscribe).ExecuteUpdateAsync(
            row => row.SetProperty(suppression => suppression.Id, id)
                .SetProperty(suppression => suppression.Scope, SuppressionScope.Marketing)
                .SetProperty(suppression => suppression.Origin, SuppressionOrigin.Unsubscribe)
                .SetProperty(suppression => suppression.MessageId, (MessageId?)null),
            cancellationToken);
        return narrowed > 0 || await own.Where(row => row.UnsubscribedAt == null).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    private async Task<int> AddAsync(
        KeyValuePair<EmailAddress, SuppressionScope>[] addresses, SuppressionOrigin origin, AddressKey key, CancellationToken cancellationToken)
    {
        Suppression[] rows =
        [
            .. from one in addresses
               select Suppression.Of(ids.Next<SuppressionId>(), workspace.WorkspaceId, key.HashOf(one.Key.Value), one.Key.Value, one.Value, origin),
        ];
        var added = 0;
        await steps.RunOneAsync(
            async session =>
            {
                var before = new Dictionary<AddressHash, SuppressionScope>();
                await session.ReadAsync(locking: false, SuppressionSql.SelectSuppressions.Read(
                    [.. rows.Select(row => (row.WorkspaceId, row.AddressHash))],
                    row => before.Add(row.Id<AddressHash>(1), (SuppressionScope)row.Int(2))));
                added = rows.Count(row => !before.TryGetValue(row.AddressHash, out var scope) || scope < row.Scope);
                await SuppressionWriter.WriteAsync(session, rows);
                await session.WriteAsync(AuditSql.InsertLines.Write(added > 0 ? [LineOf(rows, origin, added)] : []));
                return true;
            },
            cancellationToken);
        return added;
    }

    private AuditLine LineOf(Suppression[] rows, SuppressionOrigin origin, int added) => origin == SuppressionOrigin.Import
        ? trail.Line(workspace.WorkspaceId, AuditAction.Imported, new AuditTarget(AuditTargetType.Suppression), new AuditDetails { Count = added })
        : trail.Line(workspace.WorkspaceId, AuditAction.Created, new AuditTarget(AuditTargetType.Suppression, rows[0].Id.ToString(), rows[0].Email));

    // Null when the workspace never suppressed an address: to look is no reason to make a key.
    private async ValueTask<AddressHash?> FindHashAsync(EmailAddress email, CancellationToken cancellationToken) =>
        (await keys.FindAsync(workspace.WorkspaceId, cancellationToken))?.HashOf(email.Value);
}
