using Sendra.Domain.Contacts;

namespace Sendra.Application.Access;

/// <summary>The one way to check a password.</summary>
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
}
