using Sendra.Application.Workflows;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.Ingestion;

/// <summary>
/// The few rows that a batch needs, loaded at once, on which its events take effect one after the other. What
/// changed is then saved at once.
/// </summary>
/// <param name="rules">The rules of each workspace in the batch.</param>
/// <param name="contacts">The contacts of the batch that are known already.</param>
/// <param name="runs">The runs that its decisions depend on; see <see cref="NeededRuns"/>.</param>
/// <param name="waits">The runs that depend on contacts which may change.</param>
public sealed class WorkingSet(
    IReadOnlyDictionary<WorkspaceId, WorkspaceRules> rules,
    IEnumerable<Contact> contacts,
    IEnumerable<KeyValuePair<RunsKey, ContactRuns>> runs,
    ContactWaits? waits = null)
{
    private readonly Dictionary<(WorkspaceId WorkspaceId, string Email), Contact> _contacts =
        contacts.ToDictionary(contact => (contact.WorkspaceId, contact.Email));

    private readonly Dictionary<RunsKey, ContactRuns> _runs = new(runs);
    private readonly List<Contact> _newContacts = [];
    private readonly HashSet<ContactId> _newIds = [];

    /// <summary>The runs that depend on their contact.</summary>
    public ContactWaits Waits { get; } = waits ?? new ContactWaits();

    /// <summary>Contacts seen for the first time.</summary>
    public IReadOnlyList<Contact> NewContacts => _newContacts;

    /// <summary>All runs that were loaded or begun.</summary>
    public IEnumerable<ContactRuns> Runs => _runs.Values;

    /// <param name="workspaceId">A workspace of the batch.</param>
    public WorkspaceRules RulesOf(WorkspaceId workspaceId) => rules[workspaceId];

    /// <summary>The contact with this address, made if there is none (E1).</summary>
    /// <param name="email">The address.</param>
    /// <param name="ids">Makes its id.</param>
    public Contact ContactOf(WorkspaceId workspaceId, EmailAddress email, IdGenerator ids)
    {
        if (!_contacts.TryGetValue((workspaceId, email.Value), out var contact))
        {
            contact = Contact.Create(ids.Next<ContactId>(), workspaceId, email);
            _contacts.Add((workspaceId, email.Value), contact);
            _newContacts.Add(contact);
            _newIds.Add(contact.Id);
        }

        return contact;
    }

    /// <summary>A contact's runs through an automation.</summary>
    public ContactRuns RunsOf(Contact contact, AutomationId automationId)
    {
        var key = new RunsKey(contact.WorkspaceId, contact.Id, automationId);
        if (!_runs.TryGetValue(key, out var runs))
        {
            runs = _newIds.Contains(contact.Id)
                ? ContactRuns.None(contact.WorkspaceId, automationId, contact.Id)
                : new ContactRuns(contact.WorkspaceId, automationId, contact.Id, lastRun: null, active: null);
            _runs.Add(key, runs);
        }

        return runs;
    }
}
