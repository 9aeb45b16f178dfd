using Microsoft.EntityFrameworkCore;
using Sendra.Application.Access;
using Sendra.Domain.Access;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Access;

internal sealed class AccountLinks(SendraDbContext db, TimeProvider clock) : IAccountLinks
{
    public LinkToken AddPasswordReset(UserId userId)
    {
        var token = LinkToken.New();
        db.Add(new AccountLinkRow
        {
            TokenHash = token.Hash,
            UserId = userId,
            Purpose = AccountLinkPurpose.PasswordReset,
            ExpiresAt = clock.GetUtcNow() + AccountLink.PasswordResetLifetime,
        });
        return token;
    }

    public async Task<AccountLink?> UseAsync(LinkToken token, AccountLinkPurpose purpose, CancellationToken cancellationToken)
    {
        var (hash, now) = (token.Hash, clock.GetUtcNow());
        var used = await db.AccountLinks.SingleOrDefaultAsync(link => link.TokenHash == hash && link.Purpose == purpose && link.ExpiresAt > now, cancellationToken);
        if (used is null)
        {
            return null;
        }

        // Not by what is found now alone: who comes second finds none, and must be refused for the one that was found first.
        db.Remove(used);
        db.RemoveRange(await db.AccountLinks.Where(link => link.UserId == used.UserId && link.Purpose == purpose && link.TokenHash != hash).ToListAsync(cancellationToken));
        return new AccountLink(used.UserId, used.Email);
    }
}
