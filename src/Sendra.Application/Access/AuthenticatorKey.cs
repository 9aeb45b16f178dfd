namespace Sendra.Application.Access;

/// <summary>What an authenticator app needs.</summary>
/// <param name="Secret">The secret as Base32, to be typed.</param>
/// <param name="Uri">The same as an <c>otpauth:</c> URI, to be shown as a QR code.</param>
public sealed record AuthenticatorKey(string Secret, string Uri)
{
    /// <summary>Hides the secret, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(AuthenticatorKey);
}
