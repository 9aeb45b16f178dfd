using System.Diagnostics.CodeAnalysis;

namespace Sendra.Domain.EventPatterns;

/// <summary>
/// A name that may be declared (P1): starts with an ASCII letter, then ASCII letters, digits, <c>_</c>, <c>.</c> or <c>-</c>.
/// </summary>
public sealed record PatternName
{
    /// <summary>The maximum length in characters.</summary>
    public const int MaxLength = 120;

    private PatternName(string value) => Value = value;

    /// <summary>The name. Case-sensitive.</summary>
    public string Value { get; }

    /// <summary>Reads a name, or says why the text isn't one.</summary>
    /// <param name="text">The text as entered.</param>
    /// <param name="name">The name if the result is true.</param>
    /// <param name="problem">What is wrong, as the end of a sentence that begins with the field's name, if the result is false.</param>
    public static bool TryParse(
        string? text,
        [NotNullWhen(true)] out PatternName? name,
        [NotNullWhen(false)] out string? problem)
    {
        problem = text switch
        {
            null or "" => "is required",
            { Length: > MaxLength } => $"must be at most {MaxLength} characters",
            _ when !char.IsAsciiLetter(text[0]) => "must start with a letter (A to Z)",
            _ when !text.All(Allows) => "may contain only letters, digits, _, . and -",
            _ => null,
        };
        name = problem is null ? new PatternName(text!) : null;
        return problem is null;
    }

    public override string ToString() => Value;

    /// <summary>Whether a name may have this character, its first one aside.</summary>
    public static bool Allows(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '.' or '-';
}
