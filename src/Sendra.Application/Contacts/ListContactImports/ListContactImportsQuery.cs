using MediatR;
using Sendra.Application.Common;
using Sendra.Application.Contacts.ImportContacts;

namespace Sendra.Application.Contacts.ListContactImports;

/// <summary>Lists imports, newest first.</summary>
public sealed record ListContactImportsQuery(Paging Paging) : IRequest<Page<ContactImportResult>>;
