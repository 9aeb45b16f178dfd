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

    /// <summary>The email of an existing account: only this account can use the link. If omitted, anyone with the link can.</summary>
    /// <example>ada@example.com</example>
    public string? Email { get; init; }
}
