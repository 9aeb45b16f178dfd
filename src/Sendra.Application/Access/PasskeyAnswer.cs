namespace Sendra.Application.Access;

/// <summary>What a device answered to a challenge.</summary>
/// <param name="Token">The challenge's token.</param>
/// <param name="Credential">What the browser returned, as JSON of WebAuthn.</param>
public sealed record PasskeyAnswer(string? Token, string? Credential)
{
    /// <summary>Hides what it holds, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(PasskeyAnswer);
}
