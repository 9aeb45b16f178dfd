using System.ComponentModel.DataAnnotations;
using Sendra.Domain.Workspaces;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>Whom to let in.</summary>
public sealed record InvitationRequest
{
    /// <summary>What the new member may do: <c>owner</c> everything, <c>member</c> everything but keys and members.</summary>
    /// <example>member</example>
    [Required]
    public MemberRole? Role { get; init; }

    /// <summary>Only a user with this address may use the link; whoever has it, when left out.</summary>
    /// <example>ada@example.com</example>
    public string? Email { get; init; }
}
