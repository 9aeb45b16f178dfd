using Sendra.Domain.Access;

namespace Sendra.Application.Access.InviteMember;

/// <summary>A new invitation, with its token, which is shown only once.</summary>
/// <param name="Token">The token in its link.</param>
/// <param name="IsMailed">True when another link is mailed to the person.</param>
public sealed record NewInvitation(InvitationResult Invitation, LinkToken Token, bool IsMailed);
