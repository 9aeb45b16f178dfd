using Sendra.Domain.Contacts;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Contacts;

internal static class ContactQueries
{
    /// <summary>Those whose address begins so; read from the index of addresses.</summary>
    public static IQueryable<Contact> WhereEmailBeginsWith(this IQueryable<Contact> contacts, string prefix)
    {
        var end = TextRange.EndOf(prefix);
        return contacts.Where(row => row.Email.CompareTo(prefix) >= 0 && row.Email.CompareTo(end) < 0);
    }
}
