using MediatR;
using Sendra.Application.AuditLog;
using Sendra.Application.EventSources.GetDelivery;
using Sendra.Application.Messages;
using Sendra.Application.Suppressions;
using Sendra.Domain.AuditLog;
using Sendra.Domain.Common;

namespace Sendra.Application.Contacts.ExportContact;

internal sealed class ExportContactHandler(IContactList contacts, IContactHistory history, IMessageLog messages, ISuppressions suppressions, IAuditLines audit) : IRequestHandler<ExportContactQuery, ContactExport>
{
    public async Task<ContactExport> Handle(ExportContactQuery request, CancellationToken cancellationToken)
    {
        var contact = await contacts.FindAsync(request.Id, cancellationToken) ?? throw new NotFoundException("contact");
        await audit.TellAsync(AuditAction.Exported, new AuditTarget(AuditTargetType.Contact, contact.Id.ToString()), cancellationToken);
        var suppressed = await suppressions.FindAsync([contact.Email], cancellationToken);
        return new ContactExport(
            ContactResult.Whole(contact, suppressed.GetValueOrDefault(contact.Email)),
            history.EventsAsync(contact, cancellationToken),
            history.EnrollmentsAsync(contact, cancellationToken),
            messages.OfContactAsync(contact.Id, cancellationToken),
            history.DeliveriesAsync(contact, cancellationToken).Select(DeliveryDetails.From));
    }
}
