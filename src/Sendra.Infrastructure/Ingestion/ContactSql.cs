using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Queries;
using Kind = Sendra.Infrastructure.Persistence.Bulk.ColumnKind;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>Contacts, as a batch reads, locks and saves them.</summary>
internal static class ContactSql
{
    public static readonly RowStatement<(WorkspaceId WorkspaceId, string Email)> SelectContacts = new(
        """
        SELECT c.id, c.workspace_id, c.email, c.first_name, c.last_name, c.name, c.custom_fields, c.last_event_id, c.external_id, c.event_count, c.first_of_many
        FROM {rows}
        JOIN contacts c ON c.workspace_id = {workspace} AND c.email = r.email
        {lock}
        """,
        row => row.WorkspaceId,
        [new("email", Kind.Text, row => row.Email, EmailAddress.MaxLength)]);

    // The index leaves out who has no id, and SQL Server uses it only for a statement that says so itself.
    public static readonly RowStatement<(WorkspaceId WorkspaceId, string ExternalId)> SelectHolders = new(
        """
        SELECT c.workspace_id, c.external_id, c.email
        FROM {rows}
        JOIN contacts c ON c.workspace_id = {workspace} AND c.external_id = r.external_id AND c.external_id IS NOT NULL
        """,
        row => row.WorkspaceId,
        [new("external_id", Kind.Text, row => row.ExternalId, ExternalId.MaxLength)]);

    public static readonly RowStatement<Contact> InsertContacts = new(
        """
        INSERT INTO contacts (id, workspace_id, email, first_name, last_name, name, search_name, custom_fields, last_event_id, event_count, first_of_many)
        SELECT r.id, {workspace}, r.email, r.first_name, r.last_name, r.name, r.search_name, r.custom_fields, r.last_event_id, r.event_count, r.first_of_many
        FROM {rows}
        """,
        contact => contact.WorkspaceId,
        [.. StateColumns, new("email", Kind.Text, contact => contact.Email, EmailAddress.MaxLength), new("search_name", Kind.Text, contact => contact.SearchName, Contact.MaxSearchNameLength)]);

    public static readonly RowStatement<Contact> UpdateContacts = new(
        """
        UPDATE contacts
        SET first_name = r.first_name, last_name = r.last_name, name = r.name,
            custom_fields = r.custom_fields, last_event_id = r.last_event_id, event_count = r.event_count, first_of_many = r.first_of_many
        FROM {rows}
        WHERE contacts.workspace_id = {workspace} AND contacts.id = r.id
        """,
        contact => contact.WorkspaceId,
        StateColumns);

    // Names change seldom, and every event updates its contact.
    public static readonly RowStatement<Contact> SetSearchNames = new(
        """
        UPDATE contacts
        SET search_name = r.search_name
        FROM {rows}
        WHERE contacts.workspace_id = {workspace} AND contacts.id = r.id
        """,
        contact => contact.WorkspaceId,
        new("id", Kind.Id, contact => contact.Id),
        new("search_name", Kind.Text, contact => contact.SearchName, Contact.MaxSearchNameLength));

    // Ids are few that change, so they have statements of their own; all are taken away before any is given, or two contacts
    // that swap theirs would meet in the index.
    public static readonly RowStatement<Contact> ClearExternalIds = new(
        """
        UPDATE contacts
        SET external_id = NULL
        FROM {rows}
        WHERE contacts.workspace_id = {workspace} AND contacts.id = r.id
        """,
        contact => contact.WorkspaceId,
        [new("id", Kind.Id, contact => contact.Id)]);

    public static readonly RowStatement<Contact> SetExternalIds = new(
        """
        UPDATE contacts
        SET external_id = r.external_id
        FROM {rows}
        WHERE contacts.workspace_id = {workspace} AND contacts.id = r.id
        """,
        contact => contact.WorkspaceId,
        new("id", Kind.Id, contact => contact.Id),
        new("external_id", Kind.Text, contact => contact.ExternalId, ExternalId.MaxLength));

    private static Column<Contact>[] StateColumns =>
    [
        new("id", Kind.Id, contact => contact.Id),
        new("first_name", Kind.Text, contact => contact.FirstName, Contact.MaxNameLength),
        new("last_name", Kind.Text, contact => contact.LastName, Contact.MaxNameLength),
        new("name", Kind.Text, contact => contact.Name, Contact.MaxNameLength),
        new("custom_fields", Kind.Text, contact => contact.CustomFields.Json.Text),
        new("last_event_id", Kind.Id, contact => contact.LastEventId),
        new("event_count", Kind.Int, contact => contact.EventCount),
        new("first_of_many", Kind.Id, contact => contact.FirstOfMany),
    ];

    public static Contact ReadContact(RowReader row) => Contact.Restore(
        row.Id<ContactId>(0),
        row.Id<WorkspaceId>(1),
        row.Text(2),
        row.TextOrNull(3),
        row.TextOrNull(4),
        row.TextOrNull(5),
        new CustomFieldValues(new RawJson(row.Text(6))),
        row.IdOrNull<EventId>(7),
        row.TextOrNull(8),
        row.Int(9),
        row.IdOrNull<EventId>(10));
}
