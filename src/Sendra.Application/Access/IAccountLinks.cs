using Sendra.Domain.Access;

namespace Sendra.Application.Access;

/// <summary>Links to accounts, each for one use. Only their hashes are stored.</summary>
public interface IAccountLinks
{
    /// <summary>Makes a link to set a new password, which whoever runs the server hands over. It is stored at the next save.</summary>
    LinkToken AddPasswordReset(UserId userId);

    /// <summary>
    /// Uses a link: it ends at the next save, with all others of its user for the same purpose. The save is refused with <c>changedMeanwhile</c>
    /// when somebody else used it first.
    /// </summary>
    /// <returns>Null when it doesn't work.</returns>
    Task<AccountLink?> UseAsync(LinkToken token, AccountLinkPurpose purpose, CancellationToken cancellationToken);
}
