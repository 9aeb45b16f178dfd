using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Sendra.Domain.Common;

namespace Sendra.Domain.Access;

/// <summary>
/// The text of an API key (W3): <c>sendra_</c>, 32 random base62 characters, and 6 more that check the rest, so that a
/// typo or half a key is refused without a look-up, and whoever scans code for leaked secrets can be certain. It is a
/// secret: <see cref="ToString"/> hides it.
/// </summary>
public sealed class ApiKeySecret
{
    /// <summary>What every key begins with.</summary>
    public const string Marker = "sendra_";

    /// <summary>Characters in a key.</summary>
    public const int Length = 45;

    /// <summary>Characters of the beginning that is shown for recognizing a key; what stays hidden has 166 random bits.</summary>
    public const int PrefixLength = 11;

    private const int ChecksumLength = 6;

    private readonly string _text;

    private ApiKeySecret(string text)
    {
        _text = text;
        Hash = SecretText.HashOf(text);
    }

    /// <summary>What is stored and looked up.</summary>
    public string Hash { get; }

    /// <summary>The beginning, for recognizing the key.</summary>
    public string Prefix => _text[..PrefixLength];

    /// <summary>A new random key.</summary>
    public static ApiKeySecret New()
    {
        var text = Marker + SecretText.New();
        return new ApiKeySecret(text + ChecksumOf(text));
    }

    /// <summary>Reads a key; false when it can't be one.</summary>
    /// <param name="text">What a client sent.</param>
    /// <param name="secret">The key.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ApiKeySecret? secret)
    {
        secret = text is { Length: Length }
            && text.StartsWith(Marker, StringComparison.Ordinal)
            && SecretText.IsBase62(text.AsSpan(Marker.Length))
            && text.EndsWith(ChecksumOf(text[..^ChecksumLength]), StringComparison.Ordinal)
                ? new ApiKeySecret(text)
                : null;
        return secret is not null;
    }

    /// <summary>The key itself, for the one answer that shows it.</summary>
    public string Reveal() => _text;

    /// <summary>Hides the key, so that it can't slip into a log line or an error.</summary>
    public override string ToString() => "(API key)";

    // The first 32 bits of SHA-256, as six base62 digits, the highest first.
    private static string ChecksumOf(string text)
    {
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(text));
        var rest = (uint)hash[0] << 24 | (uint)hash[1] << 16 | (uint)hash[2] << 8 | hash[3];
        var digits = new char[ChecksumLength];
        for (var i = ChecksumLength - 1; i >= 0; i--)
        {
            digits[i] = SecretText.Alphabet[(int)(rest % (uint)SecretText.Alphabet.Length)];
            rest /= (uint)SecretText.Alphabet.Length;
        }

        return new string(digits);
    }
}
