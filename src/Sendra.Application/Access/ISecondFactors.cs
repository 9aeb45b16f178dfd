namespace Sendra.Application.Access;

/// <summary>The second factors of people (W10): an authenticator app, which makes codes from a shared secret and the time, and recovery codes.</summary>
public interface ISecondFactors
{
    /// <summary>What a person has.</summary>
    Task<SecondFactorState> GetAsync(UserId userId, CancellationToken cancellationToken);

    /// <summary>
    /// Uses a code of the authenticator app or a recovery code. Each works once, on all nodes together.
    /// </summary>
    /// <param name="code">What the person typed.</param>
    /// <returns>Null when it is wrong, or was used before.</returns>
    /// <exception cref="TooManyCodesException">Too many codes of the app were wrong, wherever they came from. Recovery codes still work.</exception>
    Task<UsedFactor?> UseAsync(UserId userId, string code, CancellationToken cancellationToken);

    /// <summary>Makes a secret for an authenticator app, stored at the next save. It counts from <see cref="TurnOnAsync"/> on; one in use counts until then.</summary>
    Task<AuthenticatorKey> PrepareAsync(Account account, CancellationToken cancellationToken);

    /// <summary>Takes the prepared secret into use at the next save, with new recovery codes.</summary>
    /// <param name="code">A code of the app, which proves that it has the secret.</param>
    /// <returns>Null when the code is wrong.</returns>
    /// <exception cref="Sendra.Domain.Common.ConflictException"><c>notPrepared</c>: there is no prepared secret, or it is too old.</exception>
    Task<RecoveryCodes?> TurnOnAsync(UserId userId, string code, CancellationToken cancellationToken);

    /// <summary>Replaces the recovery codes at the next save.</summary>
    Task<RecoveryCodes> RenewRecoveryCodesAsync(UserId userId, CancellationToken cancellationToken);

    /// <summary>Takes all of it away at the next save.</summary>
    Task RemoveAsync(UserId userId, CancellationToken cancellationToken);
}
