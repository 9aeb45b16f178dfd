namespace Sendra.Application.Access;

/// <summary>The second factors of a person.</summary>
/// <param name="IsOn">True when a password alone doesn't sign the person in.</param>
/// <param name="Since">When it was turned on; null when it is off.</param>
/// <param name="RecoveryCodesLeft">How many recovery codes are unused.</param>
public sealed record SecondFactorState(bool IsOn, DateTimeOffset? Since, int RecoveryCodesLeft);
