using Microsoft.EntityFrameworkCore;
using Sendra.Application.Access;
using Sendra.Domain.Access;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Access;

internal sealed class HalfSignIns(SendraDbContext db, TimeProvider clock) : IHalfSignIns
{
    public async Task<HalfSignIn> BeginAsync(Account account, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var half = new HalfSignIn(LinkToken.New(), now + HalfSignIn.Lifetime);
        await db.HalfSignIns.Where(old => old.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        db.Add(new HalfSignInRow { TokenHash = half.Token.Hash, UserId = account.Id, SecurityStamp = account.Stamp, ExpiresAt = half.EndsAt });
        await db.SaveChangesAsync(cancellationToken);
        return half;
    }

    public async Task<(Account Account, DateTimeOffset EndsAt)?> FindAsync(LinkToken token, CancellationToken cancellationToken)
    {
        var (hash, now) = (token.Hash, clock.GetUtcNow());
        var found = await (
            from half in db.HalfSignIns
            join user in db.Users on half.UserId equals user.Id
            where half.TokenHash == hash && half.ExpiresAt > now && half.SecurityStamp == user.SecurityStamp
            select new { user, half.ExpiresAt })
            .AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : (found.user.ToAccount(), found.ExpiresAt);
    }

    public async Task<bool> EndAsync(LinkToken token, CancellationToken cancellationToken)
    {
        var hash = token.Hash;
        return await db.HalfSignIns.Where(half => half.TokenHash == hash).ExecuteDeleteAsync(cancellationToken) == 1;
    }
}
