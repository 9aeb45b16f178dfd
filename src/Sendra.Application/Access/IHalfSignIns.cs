using Sendra.Domain.Access;

namespace Sendra.Application.Access;

/// <summary>People who have shown the first factor and not yet the second. Only hashes are stored.</summary>
public interface IHalfSignIns
{
    /// <summary>Begins one. It is stored at once.</summary>
    Task<HalfSignIn> BeginAsync(Account account, CancellationToken cancellationToken);

    /// <summary>Whose it is, and when it ends; null when it has ended, or the person's password or second factor was changed since.</summary>
    Task<(Account Account, DateTimeOffset EndsAt)?> FindAsync(LinkToken token, CancellationToken cancellationToken);

    /// <summary>Ends one.</summary>
    /// <returns>False when it had ended: of two who end it at once, one does.</returns>
    Task<bool> EndAsync(LinkToken token, CancellationToken cancellationToken);
}
