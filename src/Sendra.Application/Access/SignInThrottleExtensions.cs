using Sendra.Application.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Access;

/// <summary>The one way to check a password, and the one way to check a code.</summary>
internal static class SignInThrottleExtensions
{
    /// <summary>The user with this email and password.</summary>
    /// <param name="email">The email.</param>
    /// <param name="password">The password, of any length.</param>
    /// <exception cref="InvalidCredentialsException">There is none.</exception>
    /// <exception cref="TooManyAttemptsException">There were too many wrong attempts.</exception>
    public static async Task<Account> CheckAsync(
        this ISignInThrottle throttle, IAccounts accounts, EmailAddress email, string password, CancellationToken cancellationToken)
    {
        throttle.Begin(email);
        var user = password.Length <= Password.MaxLength ? await accounts.CheckPasswordAsync(email, password, cancellationToken) : null;
        if (user is null)
        {
            throw new InvalidCredentialsException();
        }

        throttle.Succeed(email);
        return user;
    }

    /// <summary>Uses up a code of a person, and tells them by email when it was a recovery code.</summary>
    /// <exception cref="InvalidCodeException">It is wrong.</exception>
    /// <exception cref="TooManyAttemptsException">There were too many wrong attempts from this IP address.</exception>
    /// <exception cref="TooManyCodesException">There were too many wrong codes for this account.</exception>
    public static async Task UseCodeAsync(
        this ISignInThrottle throttle, ISecondFactors factors, IAccountMails mails, IUnitOfWork unitOfWork, Account account, string code, CancellationToken cancellationToken)
    {
        throttle.Begin(account.Address);
        switch (await factors.UseAsync(account.Id, code, cancellationToken))
        {
            case UsedFactor.Authenticator:
                break;
            case UsedFactor.RecoveryCode:
                mails.Add(AccountMailOrder.About(AccountMailKind.RecoveryCodeUsed, account));
                await unitOfWork.SaveChangesAsync(cancellationToken);
                break;
            case null:
                throw new InvalidCodeException();
        }

        throttle.Succeed(account.Address);
    }
}
