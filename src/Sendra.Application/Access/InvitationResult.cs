using Sendra.Domain.Access;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Access;

/// <summary>An open invitation, without its link.</summary>
/// <param name="Id">The invitation's id.</param>
/// <param name="Role">What the new member can do.</param>
/// <param name="Email">Whom it is for; null if anyone with the link can use it.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="ExpiresAt">When the link stops working.</param>
/// <param name="CreatedBy">The user who created it; null for invitations from before this was recorded.</param>
public sealed record InvitationResult(InvitationId Id, MemberRole Role, string? Email, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, UserId? CreatedBy)
{
    /// <summary>From the aggregate.</summary>
    public static InvitationResult From(Invitation invitation) =>
        new(invitation.Id, invitation.Role, invitation.Email, invitation.CreatedAt, invitation.ExpiresAt, invitation.CreatedBy);
}
