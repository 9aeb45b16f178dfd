using Sendra.Domain.Common;

namespace Sendra.Application.Common;

/// <summary>As much of it is under way as may be; ask again later. 429 with Retry-After.</summary>
/// <param name="code">Stable, camelCase.</param>
/// <param name="message">A sentence for people.</param>
public sealed class BusyException(string code, string message) : DomainException(code, message)
{
    /// <summary>When to ask again.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
}
