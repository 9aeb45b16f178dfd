namespace Sendra.WebApi.Contracts.Access;

/// <summary>A question to a device with a passkey. It can be answered once, for ten minutes.</summary>
/// <param name="Token">Send it back with the answer.</param>
/// <param name="Options">JSON for <c>PublicKeyCredential.parseCreationOptionsFromJSON</c> or <c>parseRequestOptionsFromJSON</c> of browsers.</param>
public sealed record PasskeyChallengeResponse(string Token, string Options)
{
    /// <summary>Hides the token, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(PasskeyChallengeResponse);
}
