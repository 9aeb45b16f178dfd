namespace Sendra.Application.Contacts.ExportContacts;

/// <summary>Contacts to be written out.</summary>
/// <param name="CustomFields">The names of the declared custom fields, in order.</param>
/// <param name="Pages">The contacts. Can be read once.</param>
public sealed record ExportedContacts(IReadOnlyList<string> CustomFields, IAsyncEnumerable<IReadOnlyList<ContactResult>> Pages);
