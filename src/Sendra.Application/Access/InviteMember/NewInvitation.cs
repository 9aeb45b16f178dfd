using Sendra.Domain.Access;

namespace Sendra.Application.Access.InviteMember;

/// <summary>A new invitation, with the token that is shown this once.</summary>
/// <param name="Token">What stands in its link.</param>
public sealed record NewInvitation(InvitationResult Invitation, InvitationToken Token);
