namespace Sendra.Application.Access;

/// <summary>
/// Passkeys (W12): keys that a person's devices keep, and that they use by fingerprint, face or PIN. So one shows two factors. Each use answers a challenge, which
/// works once and for some minutes.
/// </summary>
public interface IPasskeys
{
    /// <summary>The passkeys of a person, oldest first. There are few.</summary>
    Task<IReadOnlyList<PasskeyResult>> ListAsync(UserId userId, CancellationToken cancellationToken);

    /// <summary>Makes a challenge for a new passkey.</summary>
    Task<PasskeyChallenge> ChallengeNewAsync(Account account);

    /// <summary>Makes a challenge for any passkey, of whomever.</summary>
    Task<PasskeyChallenge> ChallengeAsync();

    /// <summary>Adds a passkey at the next save, which is refused with <c>alreadyExists</c> when the challenge was used.</summary>
    /// <param name="answer">What the device answered.</param>
    /// <param name="name">What the person calls it.</param>
    /// <returns>Null when the answer is wrong or too late.</returns>
    /// <exception cref="Sendra.Domain.Common.ConflictException"><c>tooManyPasskeys</c>.</exception>
    Task<PasskeyResult?> AddAsync(UserId userId, PasskeyAnswer answer, string name, CancellationToken cancellationToken);

    /// <summary>Notes the use of a passkey at the next save, which is refused with <c>alreadyExists</c> when the challenge was used.</summary>
    /// <param name="answer">What the device answered.</param>
    /// <returns>Whose it is; null when the answer is wrong or too late.</returns>
    Task<Account?> UseAsync(PasskeyAnswer answer, CancellationToken cancellationToken);

    /// <summary>Renames a passkey at the next save.</summary>
    /// <returns>Null when the person has no such passkey.</returns>
    Task<PasskeyResult?> RenameAsync(UserId userId, PasskeyId id, string name, CancellationToken cancellationToken);

    /// <summary>Removes a passkey at the next save.</summary>
    /// <returns>False when the person has no such passkey.</returns>
    Task<bool> RemoveAsync(UserId userId, PasskeyId id, CancellationToken cancellationToken);

    /// <summary>Removes all passkeys of a person at the next save.</summary>
    Task RemoveAllAsync(UserId userId, CancellationToken cancellationToken);
}
