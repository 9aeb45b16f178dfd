using MediatR;
using Sendra.Domain.Common;

namespace Sendra.Application.Contacts.EraseContact;

internal sealed class EraseContactHandler(IContactErasure erasure) : IRequestHandler<EraseContactCommand, Unit>
{
    public async Task<Unit> Handle(EraseContactCommand request, CancellationToken cancellationToken) =>
        await erasure.EraseAsync(request.Id, cancellationToken) ? Unit.Value : throw new NotFoundException("contact");
}
