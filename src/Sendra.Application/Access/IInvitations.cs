using Sendra.Domain.Access;

namespace Sendra.Application.Access;

/// <summary>Invitations by the token in their link, which is all that an invited person has.</summary>
public interface IInvitations
{
    /// <summary>The invitation with this token, or null; also null when its author is no owner any more.</summary>
    Task<FoundInvitation?> FindAsync(InvitationToken token, CancellationToken cancellationToken);
}
