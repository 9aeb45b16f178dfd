using Sendra.Domain.Common;

namespace Sendra.Application.Access;

/// <summary>Somebody who knows the password of an account guesses codes (W10). 429.</summary>
/// <param name="retryAfter">When to try again.</param>
public sealed class TooManyCodesException(TimeSpan retryAfter) : DomainException(
    "tooManyCodes", "Too many wrong codes were entered for this account. Use a recovery code or a passkey, or set a new password: then codes work again at once.")
{
    /// <summary>When to try again.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}
