namespace Sendra.WebApi.Contracts.Access;

/// <summary>What an authenticator app needs. Only this response shows it.</summary>
/// <param name="Secret">The secret as Base32, to be typed into the app.</param>
/// <param name="Uri">The same as an <c>otpauth:</c> URI. Show it as a QR code.</param>
public sealed record AuthenticatorKeyResponse(string Secret, string Uri)
{
    /// <summary>Hides the secret, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(AuthenticatorKeyResponse);
}
