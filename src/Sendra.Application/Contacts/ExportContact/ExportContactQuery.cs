using MediatR;

namespace Sendra.Application.Contacts.ExportContact;

/// <summary>Reads everything that is kept about a person.</summary>
/// <param name="Id">The contact.</param>
public sealed record ExportContactQuery(ContactId Id) : IRequest<ContactExport>;
