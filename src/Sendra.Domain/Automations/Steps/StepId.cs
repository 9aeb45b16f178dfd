using System.Diagnostics.CodeAnalysis;

namespace Sendra.Domain.Automations.Steps;

/// <summary>The name that an author gives a step and keeps across edits: it is how a run finds its step in a new version.</summary>
public readonly record struct StepId
{
    /// <summary>The greatest length in characters.</summary>
    public const int MaxLength = 40;

    private readonly string? _value;

    private StepId(string value) => _value = value;

    /// <summary>The id; case counts.</summary>
    public string Value => _value ?? throw new InvalidOperationException("A step id that was never given.");

    /// <summary>Reads an id, or says why the text is none.</summary>
    /// <param name="text">What a person or a program typed.</param>
    /// <param name="id">The id when the answer is true.</param>
    /// <param name="problem">What is wrong, as the end of a sentence that begins with the field's name, when the answer is false.</param>
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

    /// <summary>An id that is known to be good, for example from the database.</summary>
    /// <exception cref="FormatException">It is none after all.</exception>
    public static StepId Parse(string text) =>
        TryParse(text, out var id, out var problem) ? id : throw new FormatException($"A step id {problem}.");

    public override string ToString() => Value;
}
