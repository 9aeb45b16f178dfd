namespace Sendra.Application.Access;

/// <summary>What a person showed beside the password.</summary>
public enum UsedFactor
{
    /// <summary>A code of the authenticator app.</summary>
    Authenticator,

    /// <summary>A recovery code.</summary>
    RecoveryCode,
}
