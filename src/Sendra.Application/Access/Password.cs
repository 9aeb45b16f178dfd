namespace Sendra.Application.Access;

/// <summary>The limits of a password: its length, and that it isn't one of the most common ones. Any character is allowed.</summary>
public static class Password
{
    /// <summary>The minimum length in characters.</summary>
    public const int MinLength = 8;

    /// <summary>The maximum length in characters.</summary>
    public const int MaxLength = 128;

    /// <summary>What is wrong with a new password, as the end of a sentence, or null.</summary>
    /// <param name="text">The password.</param>
    public static string? ProblemOf(string? text) => text switch
    {
        null => "is required",
        { Length: < MinLength } => $"must have at least {MinLength} characters",
        { Length: > MaxLength } => $"must have at most {MaxLength} characters",
        _ when CommonPasswords.Contains(text) => "is one of the most common passwords; choose another one",
        _ => null,
    };
}
