using System.Diagnostics.CodeAnalysis;
using Sendra.Domain.Common;

namespace Sendra.Domain.Access;

/// <summary>The unguessable part of a link that lets somebody in. It is a secret: <see cref="ToString"/> hides it.</summary>
public sealed class LinkToken
{
    private readonly string _text;

    private LinkToken(string text)
    {
        _text = text;
        Hash = SecretText.HashOf(text);
    }

    /// <summary>What is stored and looked up.</summary>
    public string Hash { get; }

    /// <summary>A new random token.</summary>
    public static LinkToken New() => new(SecretText.New());

    /// <summary>Reads a token; false when it can't be one.</summary>
    /// <param name="text">What a client sent.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out LinkToken? token)
    {
        token = SecretText.HasShape(text) ? new LinkToken(text!) : null;
        return token is not null;
    }

    /// <summary>The token itself, for the link.</summary>
    public string Reveal() => _text;

    /// <summary>Hides the token, so that it can't slip into a log line or an error.</summary>
    public override string ToString() => "(link token)";
}
