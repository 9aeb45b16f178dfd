using Sendra.Application.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts;

/// <summary>The current workspace's contacts, to be read.</summary>
public interface IContactList
{
    /// <summary>A part of them: newest first, or by address when searched by the beginning of one.</summary>
    /// <param name="email">Only the one with this address, or null.</param>
    /// <param name="externalId">Only the one with this external id, or null.</param>
    /// <param name="prefix">Only those whose address begins so, in lower case, or null.</param>
    /// <param name="paging">Which part.</param>
    Task<Page<Contact>> ListAsync(EmailAddress? email, ExternalId? externalId, string? prefix, Paging paging, CancellationToken cancellationToken);

    /// <summary>One of them, or null.</summary>
    Task<Contact?> FindAsync(ContactId id, CancellationToken cancellationToken);
}
