using Sendra.Application.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Messages;

namespace Sendra.Application.Suppressions;

/// <summary>The suppressed addresses of the current workspace.</summary>
public interface ISuppressions
{
    /// <summary>A page, newest first.</summary>
    Task<Page<Suppression>> ListAsync(SuppressionFilter filter, Paging paging, CancellationToken cancellationToken);

    /// <summary>Those of some addresses, by normalized address; one that is missing is not suppressed.</summary>
    Task<IReadOnlyDictionary<string, Suppression>> FindAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken);

    /// <summary>
    /// Suppresses addresses. What is there already stays unless the new one is wider. Adding the same again changes nothing; two at once make one.
    /// </summary>
    /// <param name="addresses">Addresses, each once, with what they get no more.</param>
    /// <returns>How many were not suppressed as widely before.</returns>
    Task<int> AddAsync(IReadOnlyDictionary<EmailAddress, SuppressionScope> addresses, SuppressionOrigin origin, CancellationToken cancellationToken);

    /// <summary>Lifts what suppresses an address, that of an erased person too.</summary>
    /// <param name="keepUnsubscribed">True to leave the person's own wish: only what else suppresses the address goes.</param>
    /// <returns>False when nothing did.</returns>
    Task<bool> LiftAsync(EmailAddress email, bool keepUnsubscribed, CancellationToken cancellationToken);
}
