using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Sendra.Application.Common;
using Sendra.Application.Contacts;
using Sendra.Domain.Contacts;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Configurations;

namespace Sendra.Infrastructure.Contacts;

internal sealed class ContactList(SendraDbContext db) : IContactList
{
    // How many contacts a search looks at for one page. In the order of their ids they lie side by side, in that of addresses anywhere.
    private const int LookedAtById = 100_000;
    private const int LookedAtByEmail = 10_000;

    public Task<Page<Contact>> ListAsync(ContactFilter filter, Paging paging, CancellationToken cancellationToken)
    {
        // Texts, and not the properties that hold them: EF Core reads a property by reflection, which compiles a method again and again.
        var contacts = db.Contacts.AsNoTracking();
        if (filter.Email?.Value is { } email)
        {
            contacts = contacts.Where(row => row.Email == email);
        }

        if (filter.ExternalId?.Value is { } externalId)
        {
            contacts = contacts.Where(row => row.ExternalId == externalId);
        }

        return filter.Sort switch
        {
            ContactSort.Newest => ReadAsync(
                (paging.AfterId<ContactId>() is { } after ? contacts.Where(row => row.Id < after) : contacts).OrderByDescending(row => row.Id),
                row => row.Id, row => row.Id, (rows, last) => rows.Where(row => row.Id >= last), LookedAtById, Paging.CursorOf),
            ContactSort.Oldest => ReadAsync(
                (paging.AfterId<ContactId>() is { } after ? contacts.Where(row => row.Id > after) : contacts).OrderBy(row => row.Id),
                row => row.Id, row => row.Id, (rows, last) => rows.Where(row => row.Id <= last), LookedAtById, Paging.CursorOf),
            ContactSort.Email => ReadAsync(
                (paging.AfterName is { } after ? contacts.Where(row => row.Email.CompareTo(after) > 0) : contacts).OrderBy(row => row.Email),
                row => row.Email, row => row.Email, (rows, last) => rows.Where(row => row.Email.CompareTo(last) <= 0), LookedAtByEmail, Paging.CursorOf),
        };

        async Task<Page<Contact>> ReadAsync<TKey>(
            IQueryable<Contact> ordered,
            Expression<Func<Contact, TKey>> key,
            Func<Contact, TKey> keyOf,
            Func<IQueryable<Contact>, TKey, IQueryable<Contact>> upTo,
            int lookedAt,
            Func<TKey, string> cursorOf)
        {
            List<TKey> ends = [];
            if (filter.Search is { } search)
            {
                ends = await ordered.Select(key).Skip(lookedAt - 1).Take(1).ToListAsync(cancellationToken);
                ordered = Matching(ends is [var last] ? upTo(ordered, last) : ordered, search);
            }

            var rows = await ordered.Take(paging.Size + 1).ToListAsync(cancellationToken);
            return rows.Count > paging.Size ? new Page<Contact>([.. rows.Take(paging.Size)], cursorOf(keyOf(rows[paging.Size - 1])))
                : new Page<Contact>(rows, ends is [var end] ? cursorOf(end) : null);
        }
    }

    public Task<Contact?> FindAsync(ContactId id, CancellationToken cancellationToken) =>
        db.Contacts.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken);

    public Task<Contact?> FindAsync(EmailAddress email, CancellationToken cancellationToken)
    {
        var text = email.Value;
        return db.Contacts.AsNoTracking().FirstOrDefaultAsync(row => row.Email == text, cancellationToken);
    }

    private static IQueryable<Contact> Matching(IQueryable<Contact> contacts, ContactSearch search)
    {
        foreach (var (inName, inEmail) in search.Words)
        {
            contacts = contacts.Where(row => EF.Property<string>(row, ContactConfiguration.SearchName).Contains(inName) || row.Email.Contains(inEmail));
        }

        return contacts;
    }
}
