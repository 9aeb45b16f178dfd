using MediatR;
using Sendra.Application.Common;
using Sendra.Application.Suppressions;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts.GetContact;

internal sealed class GetContactHandler(IContactList contacts, IRepository<CustomField> fields, ISuppressions suppressions)
    : IRequestHandler<GetContactQuery, ContactResult>
{
    public async Task<ContactResult> Handle(GetContactQuery request, CancellationToken cancellationToken)
    {
        var contact = await contacts.FindAsync(request.Id, cancellationToken) ?? throw new NotFoundException("contact");
        var suppressed = await suppressions.FindAsync([contact.Email], cancellationToken);
        return ContactResult.From(contact, await fields.DeclaredAsync(cancellationToken), suppressed.GetValueOrDefault(contact.Email));
    }
}
