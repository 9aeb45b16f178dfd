using Sendra.Application.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts;

/// <summary>Reads the current workspace's contacts.</summary>
public interface IContactList
{
    /// <summary>
    /// A page of contacts. A search looks at a bounded number of contacts for a page, so one with a next page may have few items, or none.
    /// </summary>
    Task<Page<Contact>> ListAsync(ContactFilter filter, Paging paging, CancellationToken cancellationToken);

    /// <summary>One contact, or null.</summary>
    Task<Contact?> FindAsync(ContactId id, CancellationToken cancellationToken);

    /// <summary>The contact with this email, or null.</summary>
    Task<Contact?> FindAsync(EmailAddress email, CancellationToken cancellationToken);
}
