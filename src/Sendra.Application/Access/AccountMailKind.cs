namespace Sendra.Application.Access;

/// <summary>What an email to a person who signs in is about.</summary>
// The numbers are stored: add, never renumber.
public enum AccountMailKind
{
    /// <summary>A link to set a new password.</summary>
    PasswordReset = 1,

    /// <summary>A link that proves an address.</summary>
    Verification = 2,

    /// <summary>An invitation to a workspace.</summary>
    Invitation = 3,

    /// <summary>The news that the password was changed.</summary>
    PasswordChanged = 4,

    /// <summary>The news that the second factor was turned on, or is another one.</summary>
    SecondFactorOn = 5,

    /// <summary>The news that the second factor was turned off.</summary>
    SecondFactorOff = 6,

    /// <summary>The news that there are new recovery codes.</summary>
    RecoveryCodesMade = 7,

    /// <summary>The news that somebody signed in with a recovery code.</summary>
    RecoveryCodeUsed = 8,

    /// <summary>The news that there is a new passkey.</summary>
    PasskeyAdded = 9,

    /// <summary>The news that a passkey was removed.</summary>
    PasskeyRemoved = 10,

    /// <summary>The news that a provider signs the person in as well.</summary>
    ProviderLinked = 11,

    /// <summary>The news that a provider signs the person in no more.</summary>
    ProviderUnlinked = 12,
}
