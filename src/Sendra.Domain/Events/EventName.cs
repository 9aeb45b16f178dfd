using System.Diagnostics.CodeAnalysis;
using Sendra.Domain.Common;

namespace Sendra.Domain.Events;

/// <summary>
/// The name that automations match on: compared ordinally and case-sensitively (E2). Wider than a pattern's name:
/// what no pattern could declare is received all the same.
/// </summary>
public sealed record EventName
{
    /// <summary>The maximum length in characters.</summary>
    public const int MaxLength = 255;

    private EventName(string value) => Value = value;

    /// <summary>The name, exactly as sent.</summary>
    public string Value { get; }

    /// <summary>Reads a name, or says why the text isn't one.</summary>
    /// <param name="text">The text as entered.</param>
    /// <param name="name">The name if the result is true.</param>
    /// <param name="problem">What is wrong, as the end of a sentence that begins with the field's name, if the result is false.</param>
    public static bool TryParse(
        string? text,
        [NotNullWhen(true)] out EventName? name,
        [NotNullWhen(false)] out string? problem)
    {
        problem = text switch
        {
            null or "" => "is required",
            { Length: > MaxLength } => $"must be at most {MaxLength} characters",
            _ when Text.HasControlCharacter(text) => "must not have control characters",
            _ when Text.HasLoneSurrogate(text) => "must be valid Unicode",
            _ when char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) => "must not begin or end with white space",
            _ => null,
        };
        name = problem is null ? new EventName(text!) : null;
        return problem is null;
    }

    /// <summary>Reads a name that is known to be one.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static EventName Parse(string text) => TryParse(text, out var name, out var problem) ? name : throw new FormatException($"The name {problem}.");

    public override string ToString() => Value;
}
