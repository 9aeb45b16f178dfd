using Sendra.Domain.Access;

namespace Sendra.Application.Access;

/// <summary>Invitations by the token in their link, which is all that an invited person has.</summary>
public interface IInvitations
{
    /// <summary>The invitation with this token, or null; also null when its author is no owner any more.</summary>
    /// <param name="token">The token.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<FoundInvitation?> FindAsync(InvitationToken token, CancellationToken cancellationToken);
}
