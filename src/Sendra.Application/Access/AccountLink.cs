namespace Sendra.Application.Access;

/// <summary>A link to an account.</summary>
/// <param name="UserId">Whose account.</param>
/// <param name="Email">The address that whoever has the link can read the mail of; null when the link was not mailed.</param>
public sealed record AccountLink(UserId UserId, string? Email)
{
    /// <summary>How long a link to set a new password works after it was sent.</summary>
    public static readonly TimeSpan PasswordResetLifetime = TimeSpan.FromHours(1);

    /// <summary>How long a link that proves an address works after it was sent.</summary>
    public static readonly TimeSpan VerificationLifetime = TimeSpan.FromDays(1);
}
