using Sendra.Domain.Access;

namespace Sendra.Application.Access;

/// <summary>Finds invitations by the token in their link, which is all that an invited person has.</summary>
public interface IInvitations
{
    /// <summary>The invitation with this token, or null; also null if its author is no longer an owner.</summary>
    Task<FoundInvitation?> FindAsync(LinkToken token, CancellationToken cancellationToken);
}
