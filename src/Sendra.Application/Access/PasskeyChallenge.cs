namespace Sendra.Application.Access;

/// <summary>A question to a device that has a passkey, or shall make one.</summary>
/// <param name="Token">Comes back with the answer.</param>
/// <param name="Options">What the browser is told, as JSON of WebAuthn.</param>
public sealed record PasskeyChallenge(string Token, string Options)
{
    /// <summary>How long it can be answered.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Hides the token, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(PasskeyChallenge);
}
