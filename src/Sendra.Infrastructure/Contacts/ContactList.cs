using Microsoft.EntityFrameworkCore;
using Sendra.Application.Common;
using Sendra.Application.Contacts;
using Sendra.Domain.Contacts;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Contacts;

internal sealed class ContactList(SendraDbContext db) : IContactList
{
    public async Task<Page<Contact>> ListAsync(
        EmailAddress? email, ExternalId? externalId, string? prefix, Paging paging, CancellationToken cancellationToken)
    {
        var contacts = db.Contacts.AsNoTracking();
        if (email is not null)
        {
            contacts = contacts.Where(row => row.Email == email.Value);
        }

        if (externalId is not null)
        {
            contacts = contacts.Where(row => row.ExternalId == externalId.Value);
        }

        return string.IsNullOrEmpty(prefix)
            ? await NewestAsync(contacts, paging, cancellationToken)
            : await ByAddressAsync(contacts.WhereEmailBeginsWith(prefix), paging, cancellationToken);
    }

    public Task<Contact?> FindAsync(ContactId id, CancellationToken cancellationToken) =>
        db.Contacts.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken);

    public Task<Contact?> FindAsync(EmailAddress email, CancellationToken cancellationToken) =>
        db.Contacts.AsNoTracking().FirstOrDefaultAsync(row => row.Email == email.Value, cancellationToken);

    private static async Task<Page<Contact>> NewestAsync(IQueryable<Contact> contacts, Paging paging, CancellationToken cancellationToken)
    {
        if (paging.AfterId<ContactId>() is { } after)
        {
            contacts = contacts.Where(row => row.Id < after);
        }

        var rows = await contacts.OrderByDescending(row => row.Id).Take(paging.Size + 1).ToListAsync(cancellationToken);
        return paging.Cut(rows, row => row.Id);
    }

    // In the order of the index that finds them: the newest of all that begin with "a" would have to be sorted out.
    private static async Task<Page<Contact>> ByAddressAsync(IQueryable<Contact> contacts, Paging paging, CancellationToken cancellationToken)
    {
        if (paging.AfterName is { } after)
        {
            contacts = contacts.Where(row => row.Email.CompareTo(after) > 0);
        }

        var rows = await contacts.OrderBy(row => row.Email).Take(paging.Size + 1).ToListAsync(cancellationToken);
        return paging.Cut(rows, row => row.Email);
    }
}
