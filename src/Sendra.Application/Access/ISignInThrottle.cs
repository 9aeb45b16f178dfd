using Sendra.Domain.Contacts;

namespace Sendra.Application.Access;

/// <summary>
/// Slows down password guessing, by the IP address that guesses come from: for one account, and in total. It never slows the
/// account itself, so nobody can lock another person out.
/// </summary>
public interface ISignInThrottle
{
    /// <summary>Counts an attempt before its password is checked, so that parallel guesses gain nothing.</summary>
    /// <param name="account">Whose password is tried. The account needn't exist.</param>
    /// <exception cref="TooManyAttemptsException">There were too many wrong ones from this IP address.</exception>
    void Begin(EmailAddress account);

    /// <summary>Takes back the count of an attempt whose password was right.</summary>
    /// <param name="account">Whose password it was.</param>
    void Succeed(EmailAddress account);
}
