namespace Sendra.Application.Access;

/// <summary>Which accounts people sign in to by a provider (W13).</summary>
public interface IProviderLinks
{
    /// <summary>How many a person can link.</summary>
    const int MaxPerPerson = 20;

    /// <summary>The account of somebody whom a provider has let in; null when none is linked.</summary>
    Task<Account?> FindAsync(ProviderIdentity identity, CancellationToken cancellationToken);

    /// <summary>Links an account at the next save, which is refused with <c>alreadyExists</c> when another account is linked.</summary>
    void Add(UserId userId, ProviderIdentity identity);

    /// <summary>Notes at the next save that a visit to a provider has come to its end; the save is refused with <c>alreadyExists</c> when it had before.</summary>
    /// <param name="visit">Names the visit.</param>
    /// <param name="until">When it could end no more in any case.</param>
    Task EndVisitAsync(string visit, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>The links of a person, oldest first.</summary>
    Task<IReadOnlyList<ProviderLinkResult>> ListAsync(UserId userId, CancellationToken cancellationToken);

    /// <summary>Removes a link at the next save.</summary>
    /// <returns>False when the person has no such link.</returns>
    /// <exception cref="Sendra.Domain.Common.ConflictException"><c>lastSignIn</c>: the person has no other way in.</exception>
    Task<bool> RemoveAsync(UserId userId, ProviderLinkId id, CancellationToken cancellationToken);
}
