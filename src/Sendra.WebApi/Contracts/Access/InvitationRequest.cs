using System.ComponentModel.DataAnnotations;
using Sendra.Domain.Workspaces;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>Whom to invite.</summary>
public sealed record InvitationRequest
{
    /// <summary>What the new member can do: <c>owner</c> everything, <c>member</c> everything except keys and members.</summary>
    /// <example>member</example>
    [Required]
    public MemberRole? Role { get; init; }

    /// <summary>
    /// Whom to invite: only the account with this email can use the link. With a mail server, Sendra sends the invitation there, and the
    /// person needs no account yet. If omitted, anyone with the link can use it.
    /// </summary>
    /// <example>ada@example.com</example>
    public string? Email { get; init; }
}
