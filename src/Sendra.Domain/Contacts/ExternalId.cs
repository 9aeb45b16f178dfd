using System.Diagnostics.CodeAnalysis;
using Sendra.Domain.Common;

namespace Sendra.Domain.Contacts;

/// <summary>
/// The id that a sender's own system gives to a person (E0). Unique in the workspace and compared ordinally; white space around it does not
/// count.
/// </summary>
public sealed record ExternalId
{
    /// <summary>The maximum length in characters, after trimming.</summary>
    public const int MaxLength = 255;

    private ExternalId(string value) => Value = value;

    /// <summary>The id, trimmed.</summary>
    public string Value { get; }

    /// <summary>Reads an id, or says why the text isn't one.</summary>
    /// <param name="text">What a program sent.</param>
    /// <param name="externalId">The id if the result is true.</param>
    /// <param name="problem">What is wrong, as the end of a sentence that begins with the field's name, if the result is false.</param>
    public static bool TryParse(
        string? text,
        [NotNullWhen(true)] out ExternalId? externalId,
        [NotNullWhen(false)] out string? problem)
    {
        var trimmed = text?.Trim();
        problem = trimmed switch
        {
            null or "" => "must not be empty",
            { Length: > MaxLength } => $"must be at most {MaxLength} characters",
            _ when Text.HasControlCharacter(trimmed) => "must not have control characters",
            _ when Text.HasLoneSurrogate(trimmed) => "must be valid Unicode",
            _ => null,
        };
        externalId = problem is null ? new ExternalId(trimmed!) : null;
        return problem is null;
    }

    public override string ToString() => Value;
}
