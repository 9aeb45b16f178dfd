using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Sendra.Application.Access;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Access;

/// <summary>
/// Passkeys by ASP.NET Core Identity. A challenge is nothing but its encrypted token, so that strangers who ask for many fill no table; an answered one
/// becomes a row, so that it works once on all nodes together.
/// </summary>
internal sealed class Passkeys(
    SendraDbContext db, IPasskeyHandler<User> handler, IHttpContextAccessor http, IDataProtectionProvider protection, IdGenerator ids, TimeProvider clock) : IPasskeys
{
    private const int MaxPasskeys = 20;

    // Each kind of challenge by itself, so that neither answer can be passed off as the other.
    private readonly IDataProtector _creations = protection.CreateProtector("Sendra.Passkeys.New");
    private readonly IDataProtector _requests = protection.CreateProtector("Sendra.Passkeys.Use");

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("A passkey is used in a request.");

    public async Task<IReadOnlyList<PasskeyResult>> ListAsync(UserId userId, CancellationToken cancellationToken) =>
        [.. (await db.Passkeys.AsNoTracking().Where(row => row.UserId == userId).OrderBy(row => row.CreatedAt).ToListAsync(cancellationToken)).Select(ToResult)];

    public async Task<PasskeyChallenge> ChallengeNewAsync(Account account)
    {
        var entity = new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.Email, DisplayName = account.Email };
        var made = await handler.MakeCreationOptionsAsync(entity, Http);
        return new PasskeyChallenge(Wrap(_creations, made.AttestationState), made.CreationOptionsJson);
    }

    public async Task<PasskeyChallenge> ChallengeAsync()
    {
        var made = await handler.MakeRequestOptionsAsync(null!, Http);
        return new PasskeyChallenge(Wrap(_requests, made.AssertionState), made.RequestOptionsJson);
    }

    public async Task<PasskeyResult?> AddAsync(UserId userId, PasskeyAnswer answer, string name, CancellationToken cancellationToken)
    {
        if (Unwrap(_creations, answer.Token!) is not { } state)
        {
            return null;
        }

        if (await db.Passkeys.CountAsync(row => row.UserId == userId, cancellationToken) >= MaxPasskeys)
        {
            throw new ConflictException("tooManyPasskeys", $"You have {MaxPasskeys} passkeys. Remove one first.");
        }

        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = Http, CredentialJson = answer.Credential!, AttestationState = state });
        if (!result.Succeeded || result.UserEntity.Id != userId.ToString())
        {
            return null;
        }

        var passkey = result.Passkey;
        var row = new Passkey
        {
            Id = ids.Next<PasskeyId>(),
            UserId = userId,
            CredentialHash = UserStore.HashOf(passkey.CredentialId),
            CredentialId = passkey.CredentialId,
            PublicKey = passkey.PublicKey,
            Name = name,
            CreatedAt = clock.GetUtcNow(),
            SignCount = passkey.SignCount,
            Transports = passkey.Transports is { } transports ? Text.Truncate(string.Join(' ', transports), Passkey.MaxTransportsLength) : null,
            IsBackupEligible = passkey.IsBackupEligible,
            IsBackedUp = passkey.IsBackedUp,
        };
        db.Add(row);
        await UseUpAsync(answer.Token!, cancellationToken);
        return ToResult(row);
    }

    public async Task<Account?> UseAsync(PasskeyAnswer answer, CancellationToken cancellationToken)
    {
        if (Unwrap(_requests, answer.Token!) is not { } state)
        {
            return null;
        }

        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = Http, CredentialJson = answer.Credential!, AssertionState = state });
        if (!result.Succeeded)
        {
            return null;
        }

        var hash = UserStore.HashOf(result.Passkey.CredentialId);
        var row = await db.Passkeys.SingleOrDefaultAsync(passkey => passkey.CredentialHash == hash, cancellationToken);
        if (row is null)
        {
            return null;
        }

        (row.SignCount, row.IsBackedUp, row.LastUsedAt) = (result.Passkey.SignCount, result.Passkey.IsBackedUp, clock.GetUtcNow());
        await UseUpAsync(answer.Token!, cancellationToken);
        return result.User.ToAccount();
    }

    public async Task<PasskeyResult?> RenameAsync(UserId userId, PasskeyId id, string name, CancellationToken cancellationToken)
    {
        if (await FindAsync(userId, id, cancellationToken) is not { } row)
        {
            return null;
        }

        row.Name = name;
        return ToResult(row);
    }

    public async Task<bool> RemoveAsync(UserId userId, PasskeyId id, CancellationToken cancellationToken)
    {
        if (await FindAsync(userId, id, cancellationToken) is not { } row)
        {
            return false;
        }

        db.Remove(row);
        return true;
    }

    public async Task RemoveAllAsync(UserId userId, CancellationToken cancellationToken) =>
        db.RemoveRange(await db.Passkeys.Where(row => row.UserId == userId).ToListAsync(cancellationToken));

    private Task<Passkey?> FindAsync(UserId userId, PasskeyId id, CancellationToken cancellationToken) =>
        db.Passkeys.SingleOrDefaultAsync(row => row.Id == id && row.UserId == userId, cancellationToken);

    private async Task UseUpAsync(string token, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.UsedChallenges.Where(used => used.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        db.Add(new UsedChallenge { TokenHash = HashOf(token), ExpiresAt = now + PasskeyChallenge.Lifetime });
    }

    private string Wrap(IDataProtector protector, string? state) => protector.Protect(
        JsonSerializer.Serialize(new Challenge(state ?? throw new InvalidOperationException("A challenge has a state."), clock.GetUtcNow() + PasskeyChallenge.Lifetime)));

    private string? Unwrap(IDataProtector protector, string token)
    {
        try
        {
            var challenge = JsonSerializer.Deserialize<Challenge>(protector.Unprotect(token))!;
            return challenge.ExpiresAt > clock.GetUtcNow() ? challenge.State : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static PasskeyResult ToResult(Passkey row) => new(row.Id, row.Name, row.CreatedAt, row.LastUsedAt, row.IsBackedUp);

    private sealed record Challenge(string State, DateTimeOffset ExpiresAt);
}
