using System.Diagnostics.CodeAnalysis;
using Sendra.Domain.Common;

namespace Sendra.Domain.EventSources;

/// <summary>
/// The unguessable last part of a source's URL (S1): 32 base62 characters, about 190 random bits. It is a secret:
/// <see cref="ToString"/> hides it, and it is looked up by <see cref="Hash"/> only.
/// </summary>
public sealed class WebhookToken : IEquatable<WebhookToken>
{
    /// <summary>Characters in a token.</summary>
    public const int Length = SecretText.Length;

    /// <summary>Characters in <see cref="Hash"/>.</summary>
    public const int HashLength = SecretText.HashLength;

    private readonly string _text;

    private WebhookToken(string text)
    {
        _text = text;
        Hash = SecretText.HashOf(text);
    }

    /// <summary>SHA-256 of the token as 64 lower-case hex digits: what is stored and looked up.</summary>
    public string Hash { get; }

    /// <summary>A new random token.</summary>
    public static WebhookToken New() => new(SecretText.New());

    /// <summary>Reads a token from a URL; false when it can't be one, so that no look-up is needed.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out WebhookToken? token)
    {
        token = SecretText.HasShape(text) ? new WebhookToken(text!) : null;
        return token is not null;
    }

    /// <summary>The token itself, for the URL that is shown to the workspace's members.</summary>
    public string Reveal() => _text;

    /// <summary>Hides the token, so that it can't slip into a log line or an error.</summary>
    public override string ToString() => "(webhook token)";

    /// <inheritdoc/>
    public bool Equals(WebhookToken? other) => other is not null && Hash == other.Hash;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WebhookToken);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.GetHashCode(StringComparison.Ordinal);
}
