using MediatR;

namespace Sendra.Application.Contacts.ExportContact;

/// <summary>Reads everything stored about a contact.</summary>
public sealed record ExportContactQuery(ContactId Id) : IRequest<ContactExport>;
