using System.ComponentModel.DataAnnotations;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>A link to look at.</summary>
public sealed record InvitationTokenRequest
{
    /// <summary>What stands behind # in the link.</summary>
    /// <example>2bTq0VpLx8yRzKd4mNcE7wGhJ1sAfU5o</example>
    [Required]
    public string? Token { get; init; }

    /// <summary>Hides what is in it: at its most talkative, the log repeats what it is given.</summary>
    public override string ToString() => nameof(InvitationTokenRequest);
}
