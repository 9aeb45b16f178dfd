using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Sendra.Domain.Common;

namespace Sendra.Domain.Access;

/// <summary>Stands in once for the second factor of a person who has lost it. It is a secret: <see cref="ToString"/> hides it.</summary>
public sealed class RecoveryCode
{
    /// <summary>How many a person has.</summary>
    public const int Count = 10;

    // Without characters that people mistake for each other.
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    // 120 random bits can't be guessed, so a plain hash of them is enough.
    private const int Length = 24;
    private const int GroupLength = 4;

    private readonly string _text;

    private RecoveryCode(string text)
    {
        _text = text;
        Hash = SecretText.HashOf(text);
    }

    /// <summary>What is stored and looked up.</summary>
    public string Hash { get; }

    /// <summary>A new random code.</summary>
    public static RecoveryCode New() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>Reads a code, in any case, with or without hyphens and spaces; false when it can't be one.</summary>
    /// <param name="text">What a person typed.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out RecoveryCode? code)
    {
        code = null;
        if (text is null || text.Length > Length * 2)
        {
            return false;
        }

        var plain = string.Concat(text.Where(character => character != '-' && !char.IsWhiteSpace(character))).ToUpperInvariant();
        if (plain.Length == Length && plain.All(Alphabet.Contains))
        {
            code = new RecoveryCode(plain);
        }

        return code is not null;
    }

    /// <summary>The code itself, in groups that people can read.</summary>
    public string Reveal() => string.Join('-', _text.Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>Hides the code, so that it can't slip into a log line or an error.</summary>
    public override string ToString() => "(recovery code)";
}
