using System.ComponentModel.DataAnnotations;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>Another password.</summary>
public sealed record ChangePasswordRequest
{
    /// <summary>The password until now.</summary>
    /// <example>correct horse battery staple</example>
    [Required]
    public string? CurrentPassword { get; init; }

    /// <summary>The password from now on; 8 to 128 characters, whichever.</summary>
    /// <example>a better horse battery staple</example>
    [Required]
    public string? NewPassword { get; init; }

    /// <summary>Hides what is in it: at its most talkative, the log repeats what it is given.</summary>
    public override string ToString() => nameof(ChangePasswordRequest);
}
