using Sendra.Domain.Common;

namespace Sendra.Application.Access;

/// <summary>Too many wrong passwords came from the same IP address (W5). 429.</summary>
/// <param name="retryAfter">When to try again.</param>
public sealed class TooManyAttemptsException(TimeSpan retryAfter)
    : DomainException("tooManyAttempts", "There were too many wrong attempts from your IP address. Wait before you try again.")
{
    /// <summary>When to try again.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}
