using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Sendra.Application.Common;
using Sendra.Application.Suppressions;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts.EditContact;

internal sealed class EditContactHandler(IContactList contacts, IContactWriter writer, IRepository<CustomField> fields, ISuppressions suppressions)
    : IRequestHandler<EditContactCommand, ContactResult>
{
    public async Task<ContactResult> Handle(EditContactCommand request, CancellationToken cancellationToken)
    {
        var contact = await contacts.FindAsync(request.Id, cancellationToken) ?? throw new NotFoundException("contact");
        if (WrittenContact.EmailIn(request.Contact) is { } given && given.Value != contact.Email)
        {
            throw new ValidationException([new ValidationFailure("email", "email can't be changed: it tells which contact this is. Create a contact with the other email.")]);
        }

        var saved = await writer.SaveAsync(
            new ContactEntry(WrittenContact.PersonIn(request.Contact, EmailAddress.Restore(contact.Email)), WrittenContact.PropertiesIn(request.Contact), contact.Id),
            cancellationToken);
        var suppressed = await suppressions.FindAsync([contact.Email], cancellationToken);
        return ContactResult.Saved(saved, await fields.DeclaredAsync(cancellationToken), suppressed.GetValueOrDefault(contact.Email));
    }
}
