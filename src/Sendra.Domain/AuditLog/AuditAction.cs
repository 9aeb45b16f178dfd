namespace Sendra.Domain.AuditLog;

/// <summary>What was done.</summary>
// The numbers are stored: add, never renumber.
public enum AuditAction
{
    Created = 1,

    /// <summary>Edited; what changed is in the details.</summary>
    Changed = 2,

    Deleted = 3,

    Renamed = 4,

    /// <summary>An automation went live.</summary>
    Activated = 10,

    Paused = 11,

    Archived = 12,

    Enabled = 13,

    Disabled = 14,

    /// <summary>A webhook URL or a signing secret was replaced.</summary>
    Rotated = 15,

    /// <summary>An API key was revoked.</summary>
    Revoked = 16,

    /// <summary>An invitation was withdrawn.</summary>
    Withdrawn = 17,

    /// <summary>A person became a member.</summary>
    Joined = 20,

    /// <summary>A person left, or was removed.</summary>
    Removed = 21,

    SignedIn = 22,

    /// <summary>A wrong password or code was given.</summary>
    SignInRefused = 23,

    /// <summary>A person who was signed in already moved to this workspace.</summary>
    Entered = 24,

    PasswordChanged = 25,

    EmailVerified = 26,

    SecondFactorOn = 27,

    SecondFactorOff = 28,

    RecoveryCodesMade = 29,

    Imported = 30,

    Exported = 31,

    /// <summary>A contact was erased with all that belonged to it.</summary>
    Erased = 32,

    /// <summary>A person took a contact out of an automation.</summary>
    Exited = 40,

    /// <summary>A person let a failed run try again.</summary>
    Retried = 41,

    /// <summary>A template was sent to somebody as a test.</summary>
    TestSent = 50,

    PasskeyAdded = 60,

    PasskeyRemoved = 61,

    ProviderLinked = 62,

    ProviderUnlinked = 63,
}
