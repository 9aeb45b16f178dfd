using Sendra.Domain.Common;

namespace Sendra.Application.Access;

/// <summary>Too many emails were asked for, for one address or from one IP address (W5). 429.</summary>
/// <param name="retryAfter">When to try again.</param>
public sealed class TooManyEmailsException(TimeSpan retryAfter)
    : DomainException("tooManyEmails", "Too many emails were asked for. Look at the ones that came, also in the spam folder, or wait before you ask again.")
{
    /// <summary>When to try again.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}
