using Sendra.Domain.Access;

namespace Sendra.Application.Access;

/// <summary>Somebody knows the password of an account, and has yet to show the second factor.</summary>
/// <param name="Token">Names it.</param>
/// <param name="EndsAt">When it ends: then the person begins anew.</param>
public sealed record HalfSignIn(LinkToken Token, DateTimeOffset EndsAt)
{
    /// <summary>How long a person has to show the second factor.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
}
