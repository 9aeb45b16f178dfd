using System.ComponentModel.DataAnnotations;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>Who signs up.</summary>
public sealed record RegisterRequest
{
    /// <summary>The address to sign in with.</summary>
    /// <example>grace@example.com</example>
    [Required]
    public string? Email { get; init; }

    /// <summary>8 to 128 characters, whichever.</summary>
    /// <example>correct horse battery staple</example>
    [Required]
    public string? Password { get; init; }

    /// <summary>What people call the workspace; 1 to 100 characters.</summary>
    /// <example>Example Ltd</example>
    [Required]
    public string? WorkspaceName { get; init; }

    /// <summary>Hides what is in it: at its most talkative, the log repeats what it is given.</summary>
    public override string ToString() => nameof(RegisterRequest);
}
