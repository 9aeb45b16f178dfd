using Sendra.Domain.Common;

namespace Sendra.Application.Access;

/// <summary>A provider let somebody in, and this server doesn't. The app shows why. 409.</summary>
/// <param name="code">Stable, camelCase.</param>
/// <param name="message">A sentence for people.</param>
public sealed class ProviderRefusedException(string code, string message) : DomainException(code, message)
{
    /// <summary>The provider doesn't say that the person's email is theirs.</summary>
    public static ProviderRefusedException EmailNotVerified() =>
        new("providerEmailNotVerified", "The provider doesn't say that this email is yours. Verify it there, or sign in with a password.");

    /// <summary>An account has the email, and nobody has proven yet that it is theirs.</summary>
    public static ProviderRefusedException AccountNotVerified() =>
        new("accountNotVerified", "An account has this email, but nobody has proven that it is theirs. Set a new password by email, then try again.");

    /// <summary>The person at the provider is linked to somebody else's account.</summary>
    public static ProviderRefusedException LinkedToAnother() => new("linkedToAnother", "This sign-in belongs to another account.");

    /// <summary>The person has linked as many as one can.</summary>
    public static ProviderRefusedException TooManyLinks() => new("tooManyProviderLinks", $"You have linked {IProviderLinks.MaxPerPerson} sign-ins. Unlink one first.");
}
