using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Access;

/// <summary>Identity's store on the tables that Sendra has of it. Nothing is saved until someone saves.</summary>
internal sealed class UserStore : UserOnlyStore<User, SendraDbContext, UserId>
{
    public UserStore(SendraDbContext db, IdentityErrorDescriber describer)
        : base(db, describer) => AutoSaveChanges = false;

    /// <summary>What a credential's id is looked up by.</summary>
    public static string HashOf(byte[] credentialId) => Convert.ToHexStringLower(SHA256.HashData(credentialId));

    public override async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(User user, CancellationToken cancellationToken) =>
        [.. (await Context.Passkeys.AsNoTracking().Where(passkey => passkey.UserId == user.Id).ToListAsync(cancellationToken)).Select(ToInfo)];

    public override async Task<User?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var hash = HashOf(credentialId);
        return await Context.Users.SingleOrDefaultAsync(user => Context.Passkeys.Any(passkey => passkey.UserId == user.Id && passkey.CredentialHash == hash), cancellationToken);
    }

    public override async Task<UserPasskeyInfo?> FindPasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var hash = HashOf(credentialId);
        var found = await Context.Passkeys.AsNoTracking().SingleOrDefaultAsync(passkey => passkey.UserId == user.Id && passkey.CredentialHash == hash, cancellationToken);
        return found is null ? null : ToInfo(found);
    }

    // What was made and how is of no use once the public key is known.
    private static UserPasskeyInfo ToInfo(Passkey passkey) => new(
        passkey.CredentialId,
        passkey.PublicKey,
        passkey.CreatedAt,
        (uint)passkey.SignCount,
        passkey.Transports?.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        isUserVerified: true,
        passkey.IsBackupEligible,
        passkey.IsBackedUp,
        attestationObject: [],
        clientDataJson: []);
}
