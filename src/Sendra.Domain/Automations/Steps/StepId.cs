using System.Diagnostics.CodeAnalysis;

namespace Sendra.Domain.Automations.Steps;

/// <summary>The name that an author gives a step and keeps across edits: it is how a run finds its step in a new version.</summary>
public readonly record struct StepId
{
    /// <summary>The maximum length in characters.</summary>
    public const int MaxLength = 40;

    private readonly string? _value;

    private StepId(string value) => _value = value;

    /// <summary>The id. Case-sensitive.</summary>
    public string Value => _value ?? throw new InvalidOperationException("A step id that was never given.");

    /// <summary>Reads an id, or says why the text isn't one.</summary>
    /// <param name="text">The text as entered.</param>
    /// <param name="id">The id if the result is true.</param>
    /// <param name="problem">What is wrong, as the end of a sentence that begins with the field's name, if the result is false.</param>
    public static bool TryParse(string? text, out StepId id, [NotNullWhen(false)] out string? problem)
    {
        problem = text switch
        {
            null or "" => "is required",
            { Length: > MaxLength } => $"must be at most {MaxLength} characters",
            _ when !text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-') =>
                "may contain only letters, digits, _ and -",
            _ => null,
        };
        id = problem is null ? new StepId(text!) : default;
        return problem is null;
    }

    /// <summary>An id that is known to be valid, for example from the database.</summary>
    /// <exception cref="FormatException">It isn't one after all.</exception>
    public static StepId Parse(string text) =>
        TryParse(text, out var id, out var problem) ? id : throw new FormatException($"A step id {problem}.");

    public override string ToString() => Value;
}
