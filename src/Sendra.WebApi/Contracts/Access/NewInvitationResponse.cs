using Sendra.Domain.Workspaces;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>A new invitation with its link.</summary>
/// <param name="Id">The invitation's id.</param>
/// <param name="Role">What the new member may do.</param>
/// <param name="Email">Whom it is for; null when whoever has the link may use it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">From then on the link does nothing.</param>
/// <param name="Link">Give it to the person. It is shown this once. The token stands behind #, so that browsers send it to no server.</param>
/// <param name="Token">What stands behind # in the link.</param>
public sealed record NewInvitationResponse(
    InvitationId Id, MemberRole Role, string? Email, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, string Link, string Token)
{
    /// <summary>Hides what is in it: at its most talkative, the log repeats what it is given.</summary>
    public override string ToString() => nameof(NewInvitationResponse);
}
