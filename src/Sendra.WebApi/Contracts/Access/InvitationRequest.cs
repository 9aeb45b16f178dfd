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

    /// <summary>Only the account with this address can use the link, and there has to be one already; whoever has the link, when left out.</summary>
    /// <example>ada@example.com</example>
    public string? Email { get; init; }
}
