using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Sendra.Application.Access;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Access;

internal sealed class ProviderLinks(SendraDbContext db, IdGenerator ids, TimeProvider clock) : IProviderLinks
{
    public async Task<Account?> FindAsync(ProviderIdentity identity, CancellationToken cancellationToken)
    {
        var hash = HashOf(identity);
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => db.ProviderLinks.Any(link => link.UserId == row.Id && link.IdentityHash == hash), cancellationToken);
        return user?.ToAccount();
    }

    public void Add(UserId userId, ProviderIdentity identity) => db.Add(new ProviderLink
    {
        Id = ids.Next<ProviderLinkId>(),
        UserId = userId,
        Provider = identity.Provider,
        IdentityHash = HashOf(identity),
        Email = identity.Email is { Length: <= EmailAddress.MaxLength } email ? email : null,
        LinkedAt = clock.GetUtcNow(),
    });

    public async Task EndVisitAsync(string visit, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.UsedChallenges.Where(used => used.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        db.Add(new UsedChallenge { TokenHash = SecretText.HashOf(visit), ExpiresAt = until });
    }

    public async Task<IReadOnlyList<ProviderLinkResult>> ListAsync(UserId userId, CancellationToken cancellationToken) =>
        await db.ProviderLinks.Where(link => link.UserId == userId).OrderBy(link => link.Id)
            .Select(link => new ProviderLinkResult(link.Id, link.Provider, link.Email, link.LinkedAt)).ToListAsync(cancellationToken);

    public async Task<bool> RemoveAsync(UserId userId, ProviderLinkId id, CancellationToken cancellationToken)
    {
        if (await db.ProviderLinks.SingleOrDefaultAsync(link => link.Id == id && link.UserId == userId, cancellationToken) is not { } row)
        {
            return false;
        }

        var hasOther = await db.Users.AnyAsync(user => user.Id == userId && user.PasswordHash != null, cancellationToken)
            || await db.Passkeys.AnyAsync(passkey => passkey.UserId == userId, cancellationToken)
            || await db.ProviderLinks.AnyAsync(link => link.UserId == userId && link.Id != id, cancellationToken);
        if (!hasOther)
        {
            throw new ConflictException("lastSignIn", "You have no other way to sign in. Add a passkey or set a password first.");
        }

        db.Remove(row);
        return true;
    }

    private static string HashOf(ProviderIdentity identity) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{identity.Issuer}\n{identity.Subject}")));
}
