using MediatR;
using Sendra.Application.Common;
using Sendra.Application.Suppressions;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts.ListContacts;

internal sealed class ListContactsHandler(IContactList contacts, IRepository<CustomField> fields, ISuppressions suppressions)
    : IRequestHandler<ListContactsQuery, Page<ContactResult>>
{
    public async Task<Page<ContactResult>> Handle(ListContactsQuery request, CancellationToken cancellationToken)
    {
        var page = await contacts.ListAsync(request.Filter.Read(), request.Paging, cancellationToken);
        var declared = await fields.DeclaredAsync(cancellationToken);
        var suppressed = await suppressions.FindAsync([.. page.Items.Select(contact => contact.Email)], cancellationToken);
        return page.Select(contact => ContactResult.From(contact, declared, suppressed.GetValueOrDefault(contact.Email)));
    }
}
