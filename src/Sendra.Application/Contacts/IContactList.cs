using Sendra.Application.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts;

/// <summary>Reads the current workspace's contacts.</summary>
public interface IContactList
{
    /// <summary>A page of contacts, newest first, or by email if searched by prefix.</summary>
    /// <param name="email">Only the contact with this email, or null.</param>
    /// <param name="externalId">Only the one with this external id, or null.</param>
    /// <param name="prefix">Only contacts whose email starts with this lower-case text, or null.</param>
    Task<Page<Contact>> ListAsync(EmailAddress? email, ExternalId? externalId, string? prefix, Paging paging, CancellationToken cancellationToken);

    /// <summary>One contact, or null.</summary>
    Task<Contact?> FindAsync(ContactId id, CancellationToken cancellationToken);

    /// <summary>The contact with this email, or null.</summary>
    Task<Contact?> FindAsync(EmailAddress email, CancellationToken cancellationToken);
}
