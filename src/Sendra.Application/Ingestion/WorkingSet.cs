using Sendra.Application.Workflows;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.Ingestion;

/// <summary>
/// The few rows that a batch needs, loaded at once. Its events are applied to them one after the other. Then the changes are
/// saved at once.
/// </summary>
/// <param name="rules">The rules of each workspace in the batch.</param>
/// <param name="contacts">The batch's contacts that already exist.</param>
/// <param name="runs">The runs that its decisions depend on; see <see cref="NeededRuns"/>.</param>
/// <param name="waits">The runs that wait for events of the batch, or depend on contacts which may change.</param>
/// <param name="histories">What its decisions may ask of contacts' past; see <see cref="WorkspaceRules.HistoryFor"/>.</param>
/// <param name="senders">The runs that send events of the batch.</param>
/// <param name="places">How many more sent events may wait in each workspace whose steps send some.</param>
/// <param name="messages">The messages that its mail providers report on.</param>
public sealed class WorkingSet(
    IReadOnlyDictionary<WorkspaceId, WorkspaceRules> rules,
    IEnumerable<Contact> contacts,
    IEnumerable<KeyValuePair<RunsKey, ContactRuns>> runs,
    ContactWaits? waits = null,
    IEnumerable<KeyValuePair<ContactId, EventHistory>>? histories = null,
    IEnumerable<WaitingRun>? senders = null,
    IReadOnlyDictionary<WorkspaceId, EventPlaces>? places = null,
    IReadOnlyDictionary<(WorkspaceId WorkspaceId, MessageId Id), KnownMessage>? messages = null)
{
    private readonly Dictionary<(WorkspaceId WorkspaceId, string Email), Contact> _contacts =
        contacts.ToDictionary(contact => (contact.WorkspaceId, contact.Email));

    // Of each id that the batch mentions, who has it is among the contacts.
    private readonly Dictionary<(WorkspaceId WorkspaceId, string ExternalId), Contact> _byExternalId =
        contacts.Where(contact => contact.ExternalId is not null)
            .GroupBy(contact => (contact.WorkspaceId, contact.ExternalId!))
            .ToDictionary(holders => holders.Key, holders => holders.First());

    private readonly Dictionary<Contact, string?> _idsBefore = [];
    private readonly Dictionary<RunsKey, ContactRuns> _runs = new(runs);
    private readonly Dictionary<ContactId, EventHistory> _histories = new(histories ?? []);
    private readonly List<Contact> _newContacts = [];
    private readonly HashSet<ContactId> _newIds = [];
    private readonly HashSet<Enrollment> _woken = [];
    private readonly Dictionary<EnrollmentId, WaitingRun> _senders = (senders ?? []).ToDictionary(sender => sender.Run.Id);

    /// <summary>The runs that wait for something of their contact.</summary>
    public ContactWaits Waits { get; } = waits ?? new ContactWaits();

    /// <summary>Contacts seen for the first time.</summary>
    public IReadOnlyList<Contact> NewContacts => _newContacts;

    /// <summary>All runs that were loaded or begun.</summary>
    public IEnumerable<ContactRuns> Runs => _runs.Values;

    /// <summary>The runs that received an event for which they waited.</summary>
    public IReadOnlyCollection<Enrollment> Woken => _woken;

    /// <param name="workspaceId">A workspace of the batch.</param>
    public WorkspaceRules RulesOf(WorkspaceId workspaceId) => rules[workspaceId];

    /// <summary>Contacts that no longer have the external id that they had; it is free once they are saved.</summary>
    public IEnumerable<Contact> Unidentified => _idsBefore.Where(before => before.Value is not null && before.Value != before.Key.ExternalId).Select(before => before.Key);

    /// <summary>Contacts that got an external id.</summary>
    public IEnumerable<Contact> Identified => _idsBefore.Where(before => before.Key.ExternalId is not null && before.Value != before.Key.ExternalId).Select(before => before.Key);

    /// <summary>
    /// False for a person who is named by an external id that nobody has: there is no address to make a contact by (E0). False also for a contact
    /// who is gone.
    /// </summary>
    public bool Knows(WorkspaceId workspaceId, Person person) => person switch
    {
        { Email: null } => _byExternalId.ContainsKey((workspaceId, person.ExternalId!.Value)),
        { ContactId: { } id } => _contacts.TryGetValue((workspaceId, person.Email.Value), out var contact) && contact.Id == id,
        _ => true,
    };

    /// <summary>The contact with an address, as far as there is one.</summary>
    public Contact? Find(WorkspaceId workspaceId, EmailAddress email) => _contacts.GetValueOrDefault((workspaceId, email.Value));

    /// <summary>The contact whom a person is: the one with the address, made if there is none (E1); without an address, the one with the external id.</summary>
    /// <param name="person">One that is known; see <see cref="Knows"/>.</param>
    public Contact ContactOf(WorkspaceId workspaceId, Person person, IdGenerator ids)
    {
        if (person.Email is not { } email)
        {
            return _byExternalId[(workspaceId, person.ExternalId!.Value)];
        }

        if (!_contacts.TryGetValue((workspaceId, email.Value), out var contact))
        {
            contact = Contact.Create(ids.Next<ContactId>(), workspaceId, email);
            _contacts.Add((workspaceId, email.Value), contact);
            _newContacts.Add(contact);
            _newIds.Add(contact.Id);

            // Nobody who is new has a past, so all of it is known.
            if (RulesOf(workspaceId).AllHistory is { Count: > 0 } all)
            {
                _histories.Add(contact.Id, new EventHistory(all));
            }
        }

        return contact;
    }

    /// <summary>Gives a contact the external id by which it was named, or takes it away (E0).</summary>
    /// <returns>A warning when the id is another contact's, and was left out.</returns>
    public ContactWarning? Identify(Contact contact, Person person)
    {
        if (!person.MayChangeId(contact.ExternalId))
        {
            return null;
        }

        if (person.ExternalId is { } wanted && !_byExternalId.TryAdd((contact.WorkspaceId, wanted.Value), contact))
        {
            return ContactWarning.ExternalIdTaken;
        }

        _idsBefore.TryAdd(contact, contact.ExternalId);
        if (contact.ExternalId is { } old)
        {
            _byExternalId.Remove((contact.WorkspaceId, old));
        }

        contact.Identify(person.ExternalId);
        return null;
    }

    /// <summary>What a contact did before, as far as a decision may ask for it.</summary>
    public EventHistory HistoryOf(Contact contact) => _histories.GetValueOrDefault(contact.Id, EventHistory.Nothing);

    /// <summary>A contact's runs through an automation.</summary>
    public ContactRuns RunsOf(Contact contact, AutomationId automationId)
    {
        var key = new RunsKey(contact.WorkspaceId, contact.Id, automationId);
        if (!_runs.TryGetValue(key, out var runs))
        {
            runs = _newIds.Contains(contact.Id)
                ? ContactRuns.None(contact.WorkspaceId, automationId, contact.Id, Waits.Events)
                : new ContactRuns(contact.WorkspaceId, automationId, contact.Id, lastRun: null, active: null);
            _runs.Add(key, runs);
        }

        return runs;
    }

    /// <summary>The run that sends an event, as far as it is still active; null for an event from outside.</summary>
    public WaitingRun? SenderOf(EnrollmentId? id) => id is { } known ? _senders.GetValueOrDefault(known) : null;

    /// <summary>How many more sent events may wait in a workspace; null where that was not asked for.</summary>
    public EventPlaces? PlacesOf(WorkspaceId workspaceId) => places?.GetValueOrDefault(workspaceId);

    /// <summary>True when a person is a contact already.</summary>
    public bool HasContact(WorkspaceId workspaceId, Person person) => person.Email is { } email
        ? _contacts.ContainsKey((workspaceId, email.Value))
        : _byExternalId.ContainsKey((workspaceId, person.ExternalId!.Value));

    /// <summary>The message that a mail provider reports on; null when it is none of the workspace's, or went to somebody else.</summary>
    public KnownMessage? MessageOf(WorkspaceId workspaceId, IncomingEvent incoming) =>
        incoming.Feedback is { } feedback && messages?.GetValueOrDefault((workspaceId, feedback.MessageId)) is { } message && message.Email == incoming.Person.Email?.Value
            ? message
            : null;

    /// <summary>Notes that a run received an event for which it waited.</summary>
    public void NoteWoken(Enrollment run) => _woken.Add(run);
}
