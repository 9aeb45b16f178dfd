using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using OtpNet;
using Sendra.Application.Access;
using Sendra.Domain.Access;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Access;

/// <summary>Codes as RFC 6238 says: SHA-1, six digits, 30 seconds, which every authenticator app knows.</summary>
internal sealed class SecondFactors(SendraDbContext db, IDataProtectionProvider protection, RefusedSignIns refused, TimeProvider clock) : ISecondFactors
{
    /// <summary>
    /// How many wrong codes an account takes in <see cref="TriesWindow"/>, from wherever they come. A code is right by chance once in 333,333
    /// tries, so that it takes years to guess one.
    /// </summary>
    public const int MaxTries = 50;

    public static readonly TimeSpan TriesWindow = TimeSpan.FromDays(1);

    private const int SecretBytes = 20;
    private const string Issuer = "Sendra";

    private static readonly TimeSpan PreparedLifetime = TimeSpan.FromHours(1);

    // A step before and after: people type slowly, and clocks of phones are wrong.
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    public async Task<SecondFactorState> GetAsync(UserId userId, CancellationToken cancellationToken)
    {
        var since = await db.Authenticators.Where(row => row.UserId == userId && row.Secret != null).Select(row => row.OnSince).SingleOrDefaultAsync(cancellationToken);
        return new SecondFactorState(since is not null, since, await db.RecoveryCodes.CountAsync(row => row.UserId == userId, cancellationToken));
    }

    public async Task<UsedFactor?> UseAsync(UserId userId, string code, CancellationToken cancellationToken)
    {
        var used = await TryUseAsync(userId, code, cancellationToken);
        if (used is null)
        {
            refused.Note(userId);
        }

        return used;
    }

    private async Task<UsedFactor?> TryUseAsync(UserId userId, string code, CancellationToken cancellationToken)
    {
        if (!RecoveryCode.TryParse(code, out var recovery))
        {
            return await UseAppAsync(userId, code, cancellationToken) ? UsedFactor.Authenticator : null;
        }

        var hash = recovery.Hash;
        return await db.RecoveryCodes.Where(row => row.UserId == userId && row.CodeHash == hash).ExecuteDeleteAsync(cancellationToken) == 1 ? UsedFactor.RecoveryCode : null;
    }

    public async Task<AuthenticatorKey> PrepareAsync(Account account, CancellationToken cancellationToken)
    {
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        var row = await FindAsync(account.Id, cancellationToken) ?? db.Add(new Authenticator { UserId = account.Id }).Entity;
        row.PreparedSecret = ProtectorOf(account.Id).Protect(secret);
        row.PreparedAt = clock.GetUtcNow();
        return new AuthenticatorKey(Base32Encoding.ToString(secret), new OtpUri(OtpType.Totp, secret, account.Email, Issuer).ToString());
    }

    public async Task<RecoveryCodes?> TurnOnAsync(UserId userId, string code, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await FindAsync(userId, cancellationToken) is not { PreparedSecret: { } prepared } row || row.PreparedAt + PreparedLifetime < now)
        {
            throw new ConflictException("notPrepared", "There is no secret to confirm, or it is too old. Begin again.");
        }

        if (StepOf(userId, prepared, code) is not { } step)
        {
            return null;
        }

        (row.Secret, row.PreparedSecret, row.PreparedAt) = (prepared, null, null);
        (row.OnSince, row.LastStep) = (now, step);
        (row.Tries, row.TriesSince) = (0, now);
        return await RenewRecoveryCodesAsync(userId, cancellationToken);
    }

    public async Task<RecoveryCodes> RenewRecoveryCodesAsync(UserId userId, CancellationToken cancellationToken)
    {
        await RemoveRecoveryCodesAsync(userId, cancellationToken);
        var codes = new RecoveryCodes([.. Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.New())]);
        db.AddRange(codes.Codes.Select(code => new RecoveryCodeRow { UserId = userId, CodeHash = code.Hash }));
        return codes;
    }

    public async Task RemoveAsync(UserId userId, CancellationToken cancellationToken)
    {
        if (await FindAsync(userId, cancellationToken) is { } row)
        {
            db.Remove(row);
        }

        await RemoveRecoveryCodesAsync(userId, cancellationToken);
    }

    // Counted before it is checked, so that parallel guesses gain nothing. Then the step moves on in one statement, so that of two who come
    // with the same code, on whatever nodes, one gets in.
    private async Task<bool> UseAppAsync(UserId userId, string code, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var from = now - TriesWindow;
        var isCounted = await db.Authenticators.Where(row => row.UserId == userId && (row.Tries < MaxTries || row.TriesSince <= from))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.Tries, row => row.TriesSince <= from ? 1 : row.Tries + 1)
                    .SetProperty(row => row.TriesSince, row => row.TriesSince <= from ? now : row.TriesSince),
                cancellationToken) == 1;
        var found = await db.Authenticators.AsNoTracking().SingleOrDefaultAsync(row => row.UserId == userId, cancellationToken);
        if (found?.Secret is not { } secret)
        {
            return false;
        }

        if (!isCounted)
        {
            throw new TooManyCodesException(found.TriesSince + TriesWindow - now);
        }

        return StepOf(userId, secret, code) is { } step
            && await db.Authenticators.Where(row => row.UserId == userId && row.Secret == secret && row.LastStep < step)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastStep, step).SetProperty(row => row.Tries, 0), cancellationToken) == 1;
    }

    private long? StepOf(UserId userId, byte[] secret, string code)
    {
        var plain = string.Concat(code.Where(character => !char.IsWhiteSpace(character)));
        var totp = new Totp(ProtectorOf(userId).Unprotect(secret));
        return totp.VerifyTotp(clock.GetUtcNow().UtcDateTime, plain, out var step, Window) ? step : null;
    }

    private Task<Authenticator?> FindAsync(UserId userId, CancellationToken cancellationToken) =>
        db.Authenticators.SingleOrDefaultAsync(row => row.UserId == userId, cancellationToken);

    private async Task RemoveRecoveryCodesAsync(UserId userId, CancellationToken cancellationToken) =>
        db.RemoveRange(await db.RecoveryCodes.Where(row => row.UserId == userId).ToListAsync(cancellationToken));

    // Bound to the person, so that a row is worth nothing in another one's place.
    private IDataProtector ProtectorOf(UserId userId) => protection.CreateProtector("Sendra.Authenticators", userId.ToString());
}
