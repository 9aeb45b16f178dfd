using Sendra.Domain.Access;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Access;

/// <summary>An open invitation, without its link.</summary>
/// <param name="Id">The invitation's id.</param>
/// <param name="Role">What the new member may do.</param>
/// <param name="Email">Whom it is for; null when whoever has the link may use it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">From then on the link does nothing.</param>
/// <param name="CreatedBy">The user who made it; null for invitations from before this was noted.</param>
public sealed record InvitationResult(InvitationId Id, MemberRole Role, string? Email, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, UserId? CreatedBy)
{
    /// <summary>From the aggregate.</summary>
    public static InvitationResult From(Invitation invitation) =>
        new(invitation.Id, invitation.Role, invitation.Email, invitation.CreatedAt, invitation.ExpiresAt, invitation.CreatedBy);
}
