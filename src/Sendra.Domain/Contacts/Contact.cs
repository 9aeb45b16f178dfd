using System.Text.Json;
using Sendra.Domain.Common;

namespace Sendra.Domain.Contacts;

/// <summary>A person: one per normalized email address in a workspace.</summary>
public sealed class Contact : IWorkspaceOwned
{
    /// <summary>The maximum length of each name, in characters.</summary>
    public const int MaxNameLength = 255;

    /// <summary>The maximum length of <see cref="SearchName"/>, in characters. Of longer names, the beginning is found.</summary>
    public const int MaxSearchNameLength = 300;

    /// <summary>
    /// From so many events on, each is in an index by contact and name. Most contacts stay below, and their few events are found by going
    /// through them, so that they pay for no index.
    /// </summary>
    public const int ManyEvents = 256;

    private Contact(ContactId id, WorkspaceId workspaceId, string email, string? firstName, string? lastName, string? name, CustomFieldValues customFields, EventId? lastEventId, string? externalId, int eventCount, EventId? firstOfMany)
    {
        Id = id;
        WorkspaceId = workspaceId;
        Email = email;
        FirstName = firstName;
        LastName = lastName;
        Name = name;
        CustomFields = customFields;
        LastEventId = lastEventId;
        ExternalId = externalId;
        EventCount = eventCount;
        FirstOfMany = firstOfMany;
    }

    public ContactId Id { get; }

    public WorkspaceId WorkspaceId { get; }

    /// <summary>The normalized address; see <see cref="EmailAddress"/>.</summary>
    public string Email { get; }

    /// <summary>The id that the sender's system gives to this person; see <see cref="Contacts.ExternalId"/>.</summary>
    public string? ExternalId { get; private set; }

    /// <summary>First name.</summary>
    public string? FirstName { get; private set; }

    /// <summary>Last name.</summary>
    public string? LastName { get; private set; }

    /// <summary>The whole name as one text, for senders that have no parts.</summary>
    public string? Name { get; private set; }

    /// <summary>The names as they are searched; see <see cref="SearchText"/>.</summary>
    public string SearchName => Text.Truncate(SearchText.Fold(string.Join(' ', new[] { FirstName, LastName, Name }.Where(part => part is not null).Distinct())), MaxSearchNameLength);

    /// <summary>True when a name is no longer as it was stored, so that <see cref="SearchName"/> has to be saved.</summary>
    public bool NamesChanged { get; private set; }

    /// <summary>Values of the declared custom fields.</summary>
    public CustomFieldValues CustomFields { get; private set; }

    /// <summary>The event that took effect last; the next one gets a later id on every node (E7).</summary>
    public EventId? LastEventId { get; private set; }

    /// <summary>How many events came, up to <see cref="ManyEvents"/>; purged ones stay counted.</summary>
    public int EventCount { get; private set; }

    /// <summary>The first event since there are many: it and all later ones are in the index by name. Null while there are few.</summary>
    public EventId? FirstOfMany { get; private set; }

    /// <summary>When the contact was first seen.</summary>
    public DateTimeOffset CreatedAt => TimeOrderedId.TimeOf(Id);

    /// <summary>When the last event arrived.</summary>
    public DateTimeOffset? LastEventAt => LastEventId is { } id ? TimeOrderedId.TimeOf(id) : null;

    /// <summary>A person seen for the first time.</summary>
    /// <param name="id">A new id, which carries the time.</param>
    /// <param name="email">The address.</param>
    public static Contact Create(ContactId id, WorkspaceId workspaceId, EmailAddress email) =>
        new(id, workspaceId, email.Value, null, null, null, CustomFieldValues.None, null, null, 0, null);

    /// <summary>A contact as it was stored.</summary>
    /// <param name="email">The normalized address.</param>
    /// <param name="firstName">First name.</param>
    /// <param name="lastName">Last name.</param>
    /// <param name="name">Full name.</param>
    /// <param name="customFields">Custom field values.</param>
    /// <param name="lastEventId">The event that took effect last.</param>
    /// <param name="externalId">The sender's id of this person.</param>
    /// <param name="eventCount">How many events came.</param>
    /// <param name="firstOfMany">The first since there are many.</param>
    public static Contact Restore(
        ContactId id,
        WorkspaceId workspaceId,
        string email,
        string? firstName,
        string? lastName,
        string? name,
        CustomFieldValues customFields,
        EventId? lastEventId,
        string? externalId = null,
        int eventCount = 0,
        EventId? firstOfMany = null) =>
        new(id, workspaceId, email, firstName, lastName, name, customFields, lastEventId, externalId, eventCount, firstOfMany);

    /// <summary>True for the properties that every contact has and an event may set.</summary>
    /// <param name="property">A key of <c>contactProperties</c>.</param>
    public static bool IsNameProperty(string property) => property is "firstName" or "lastName" or "name";

    /// <summary>Notes that an event of this contact takes effect, after what it says about the contact is applied (E5).</summary>
    /// <param name="eventId">The event's id, later than <see cref="LastEventId"/>.</param>
    /// <param name="patch">What the event says about the contact.</param>
    public void Receive(EventId eventId, ContactPatch patch)
    {
        Apply(patch);
        LastEventId = eventId;
        if (EventCount < ManyEvents)
        {
            EventCount++;
        }
        else
        {
            FirstOfMany ??= eventId;
        }
    }

    /// <summary>Takes an external id, or gives up its own. Whoever calls it knows that no other contact of the workspace has it.</summary>
    public void Identify(ExternalId? externalId) => ExternalId = externalId?.Value;

    /// <summary>Changes what a patch says.</summary>
    public void Apply(ContactPatch patch)
    {
        foreach (var (property, value) in patch.Values)
        {
            Set(property, value);
        }
    }

    private void Set(string property, JsonElement value)
    {
        NamesChanged |= IsNameProperty(property);
        switch (property)
        {
            case "firstName":
                FirstName = value.GetString();
                break;
            case "lastName":
                LastName = value.GetString();
                break;
            case "name":
                Name = value.GetString();
                break;
            default:
                CustomFields = CustomFields.With(property, value);
                break;
        }
    }
}
