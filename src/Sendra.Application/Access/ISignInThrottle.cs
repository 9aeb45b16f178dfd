using Sendra.Domain.Contacts;

namespace Sendra.Application.Access;

/// <summary>
/// Slows down who guesses passwords, by the address that the guesses come from: for one account, and in all. Never the
/// account itself, so that nobody can lock another person out.
/// </summary>
public interface ISignInThrottle
{
    /// <summary>Counts an attempt, before its password is looked at, so that guessing in parallel gains nothing.</summary>
    /// <param name="account">Whose password is tried; there need be no such account.</param>
    /// <exception cref="TooManyAttemptsException">There were too many wrong ones from here.</exception>
    void Begin(EmailAddress account);

    /// <summary>Takes the attempt's count back: the password was right.</summary>
    /// <param name="account">Whose password it was.</param>
    void Succeed(EmailAddress account);
}
