using Sendra.Domain.Access;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Access;

/// <summary>An open invitation as its workspace sees it.</summary>
/// <param name="Id">The invitation.</param>
/// <param name="Role">What the new member may do.</param>
/// <param name="Email">Whom it is for; null when whoever has the link may use it.</param>
/// <param name="ExpiresAt">From then on the link does nothing.</param>
/// <param name="CreatedBy">The user who made it; null when it was made before this was noted.</param>
public sealed record InvitationResult(InvitationId Id, MemberRole Role, string? Email, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, UserId? CreatedBy)
{
    /// <summary>From the aggregate.</summary>
    public static InvitationResult From(Invitation invitation) =>
        new(invitation.Id, invitation.Role, invitation.Email, invitation.CreatedAt, invitation.ExpiresAt, invitation.CreatedBy);
}
