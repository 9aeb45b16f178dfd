using MediatR;
using Sendra.Application.Common;
using Sendra.Application.Suppressions;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts.SaveContact;

internal sealed class SaveContactHandler(IContactWriter writer, IRepository<CustomField> fields, ISuppressions suppressions)
    : IRequestHandler<SaveContactCommand, SaveContactResult>
{
    public async Task<SaveContactResult> Handle(SaveContactCommand request, CancellationToken cancellationToken)
    {
        var email = WrittenContact.EmailIn(request.Contact) ?? throw new InvalidOperationException("A contact without an email was not refused.");
        var saved = await writer.SaveAsync(
            new ContactEntry(WrittenContact.PersonIn(request.Contact, email), WrittenContact.PropertiesIn(request.Contact)), cancellationToken);
        var suppressed = await suppressions.FindAsync([email.Value], cancellationToken);
        return new SaveContactResult(
            ContactResult.Saved(saved, await fields.DeclaredAsync(cancellationToken), suppressed.GetValueOrDefault(email.Value)), saved.IsNew);
    }
}
