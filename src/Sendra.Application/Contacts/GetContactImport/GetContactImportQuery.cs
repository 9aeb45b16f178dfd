using MediatR;
using Sendra.Application.Contacts.ImportContacts;

namespace Sendra.Application.Contacts.GetContactImport;

/// <summary>Shows how far an import is.</summary>
public sealed record GetContactImportQuery(ContactImportId Id) : IRequest<ContactImportResult>;
