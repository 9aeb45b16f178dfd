using MediatR;

namespace Sendra.Application.Contacts.ExportContacts;

/// <summary>Reads all contacts that match the filter, page by page. Each page is read when it is needed, so memory doesn't grow with the list.</summary>
public sealed record ExportContactsQuery(ContactFilterText Filter) : IRequest<ExportedContacts>;
