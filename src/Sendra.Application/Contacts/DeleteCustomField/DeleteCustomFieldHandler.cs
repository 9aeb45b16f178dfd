using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts.DeleteCustomField;

internal sealed class DeleteCustomFieldHandler(IRepository<CustomField> fields, IUnitOfWork unitOfWork)
    : IRequestHandler<DeleteCustomFieldCommand, Unit>
{
    public async Task<Unit> Handle(DeleteCustomFieldCommand request, CancellationToken cancellationToken)
    {
        // What is no legal name can't be declared, and not every database can even be asked for it.
        if (!CustomField.IsLegalName(request.Name, out _))
        {
            throw new NotFoundException("customField");
        }

        fields.Remove(await fields.GetAsync(CustomFieldSpec.Named(request.Name), "customField", cancellationToken));
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
