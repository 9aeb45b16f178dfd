namespace Sendra.Application.Access;

/// <summary>What a link to an account is good for.</summary>
// The numbers are stored: add, never renumber.
public enum AccountLinkPurpose
{
    /// <summary>Setting a new password without the old one.</summary>
    PasswordReset = 1,

    /// <summary>Proving the account's address.</summary>
    Verification = 2,
}
