using Sendra.Domain.Workspaces;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>A new invitation with its link.</summary>
/// <param name="Id">The invitation's id.</param>
/// <param name="Role">What the new member can do.</param>
/// <param name="Email">Whom it is for; null if anyone with the link can use it.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="ExpiresAt">When the link stops working.</param>
/// <param name="Link">The link to give to the person. It is shown only once. The token comes after #, so browsers send it to no server.</param>
/// <param name="Token">The part of the link after #.</param>
/// <param name="Emailed">True if Sendra sends the invitation to <c>email</c>, with a link of its own that needs no verified account.</param>
public sealed record NewInvitationResponse(
    InvitationId Id, MemberRole Role, string? Email, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, string Link, string Token, bool Emailed)
{
    /// <summary>Hides the secret, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(NewInvitationResponse);
}
