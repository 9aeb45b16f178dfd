using Sendra.Domain.Contacts;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>
/// Which contacts some persons may be, by address: an address never changes, so contacts are locked by it, also those
/// that are named by external id. Which contact has an id is read unlocked, and certain once the contact is locked and still has it.
/// </summary>
internal sealed class NamedContacts
{
    private readonly Dictionary<(WorkspaceId WorkspaceId, string ExternalId), string> _holders;
    private readonly ILookup<(WorkspaceId WorkspaceId, string ExternalId), string> _takers;

    private readonly IReadOnlyList<(WorkspaceId WorkspaceId, Person Person)> _persons;

    private NamedContacts(
        IReadOnlyList<(WorkspaceId WorkspaceId, Person Person)> persons,
        Dictionary<(WorkspaceId WorkspaceId, string ExternalId), string> holders,
        IEnumerable<(WorkspaceId WorkspaceId, Person Person)> takers) =>
        (_persons, _holders, _takers) = (persons, holders, takers.Distinct().ToLookup(one => (one.WorkspaceId, one.Person.ExternalId!.Value), one => one.Person.Email!.Value));

    /// <summary>Looks up who has the external ids by which these persons are named; when there are none, nothing is sent.</summary>
    public static async ValueTask<NamedContacts> FindAsync(BulkSession session, IReadOnlyList<(WorkspaceId WorkspaceId, Person Person)> persons)
    {
        var named = persons.Where(one => one.Person.ExternalId is not null).ToArray();
        if (named.Length == 0)
        {
            return new NamedContacts(persons, [], []);
        }

        var holders = new Dictionary<(WorkspaceId WorkspaceId, string ExternalId), string>();
        await session.ReadAsync(locking: false, ContactSql.SelectHolders.Read(
            [.. named.Select(one => (one.WorkspaceId, one.Person.ExternalId!.Value)).Distinct()],
            row => holders.Add((row.Id<WorkspaceId>(0), row.Text(1)), row.Text(2))));
        return new NamedContacts(persons, holders, named.Where(one => one.Person.Email is not null));
    }

    /// <summary>The addresses of the contacts to load, in the order in which every node locks them: two must not wait for each other in a circle.</summary>
    public (WorkspaceId WorkspaceId, string Email)[] ToLoad()
    {
        var keys = _persons
            .Select(one => (one.WorkspaceId, Email: one.Person.Email?.Value))
            .Where(key => key.Email is not null)
            .Select(key => (key.WorkspaceId, Email: key.Email!))
            .Concat(_holders.Select(holder => (holder.Key.WorkspaceId, Email: holder.Value)))
            .Distinct()
            .ToArray();
        Array.Sort(keys, (left, right) => left.WorkspaceId != right.WorkspaceId
            ? left.WorkspaceId.CompareTo(right.WorkspaceId)
            : string.CompareOrdinal(left.Email, right.Email));
        return keys;
    }

    /// <summary>
    /// The addresses that an event's contact may have: its own, or, when it names the contact by external id alone, that of who has the id now
    /// and of whom earlier events of the batch may give it to.
    /// </summary>
    public IEnumerable<string> AddressesOf(WorkspaceId workspaceId, Person person)
    {
        if (person.Email is { } email)
        {
            return [email.Value];
        }

        var key = (workspaceId, person.ExternalId!.Value);
        return _holders.TryGetValue(key, out var holder) ? _takers[key].Append(holder).Distinct() : _takers[key];
    }

    /// <summary>Makes sure that those who had the ids still have them, now that they are locked.</summary>
    /// <exception cref="LostRaceException">Somebody changed that before they were locked.</exception>
    public void RequireUnchanged(IEnumerable<Contact> locked)
    {
        if (_holders.Count > 0
            && _holders.Except(locked.Where(contact => contact.ExternalId is not null)
                .Select(contact => KeyValuePair.Create((contact.WorkspaceId, contact.ExternalId!), contact.Email))).Any())
        {
            throw new LostRaceException();
        }
    }
}
