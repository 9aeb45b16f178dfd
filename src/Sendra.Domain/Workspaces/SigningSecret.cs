using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Sendra.Domain.Workspaces;

/// <summary>What a workspace signs its calls with, by Standard Webhooks: <c>whsec_</c> and 24 to 64 random bytes in base64.</summary>
public sealed class SigningSecret
{
    public const string Prefix = "whsec_";

    private const int Length = 32;
    private const int MinLength = 24;
    private const int MaxLength = 64;

    private readonly byte[] _key;

    private SigningSecret(byte[] key) => _key = key;

    public static SigningSecret New() => new(RandomNumberGenerator.GetBytes(Length));

    public static bool TryParse(string text, [NotNullWhen(true)] out SigningSecret? secret)
    {
        var bytes = new byte[MaxLength];
        secret = text.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(text[Prefix.Length..], bytes, out var length) && length >= MinLength
            ? new SigningSecret(bytes[..length])
            : null;
        return secret is not null;
    }

    /// <summary>The text that owners are shown.</summary>
    public string Reveal() => Prefix + Convert.ToBase64String(_key);

    public byte[] Sign(ReadOnlySpan<byte> text) => HMACSHA256.HashData(_key, text);

    /// <summary>No secret, so that no log holds one.</summary>
    public override string ToString() => $"{Prefix}…";
}
