using MediatR;
using Sendra.Application.Common;
using Sendra.Application.Contacts.ImportContacts;

namespace Sendra.Application.Contacts.ListContactImports;

internal sealed class ListContactImportsHandler(IContactImports imports) : IRequestHandler<ListContactImportsQuery, Page<ContactImportResult>>
{
    public Task<Page<ContactImportResult>> Handle(ListContactImportsQuery request, CancellationToken cancellationToken) => imports.ListAsync(request.Paging, cancellationToken);
}
