using System.Security.Cryptography;
using System.Text;

namespace Sendra.Domain.Common;

/// <summary>Random base62 text that opens something. Whoever keeps it keeps its hash only.</summary>
public static class SecretText
{
    /// <summary>The characters, in the order of their value as digits.</summary>
    public const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>The length that is used everywhere: 32 characters, about 190 random bits.</summary>
    public const int Length = 32;

    /// <summary>Characters in a hash.</summary>
    public const int HashLength = 64;

    /// <summary>A new random text.</summary>
    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>
    /// SHA-256 as 64 lower-case hex digits: what is stored and looked up. No salt or stretching needed: 190 random bits
    /// can't be guessed, and a look-up needs one fixed value.
    /// </summary>
    /// <param name="text">ASCII text.</param>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)));

    /// <summary>False when the text can't be one of <see cref="New"/>, so that no look-up is needed.</summary>
    /// <param name="text">Any text.</param>
    public static bool HasShape(ReadOnlySpan<char> text) => text.Length == Length && IsBase62(text);

    /// <summary>True when all characters are of the alphabet.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsBase62(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character))
            {
                return false;
            }
        }

        return true;
    }
}
