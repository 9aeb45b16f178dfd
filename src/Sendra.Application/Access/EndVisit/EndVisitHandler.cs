using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Common;

namespace Sendra.Application.Access.EndVisit;

internal sealed class EndVisitHandler(IProviderLinks links, IUnitOfWork unitOfWork, TimeProvider clock) : IRequestHandler<EndVisitCommand, bool>
{
    public async Task<bool> Handle(EndVisitCommand request, CancellationToken cancellationToken)
    {
        if (request.Until <= clock.GetUtcNow())
        {
            return false;
        }

        await links.EndVisitAsync(request.Visit, request.Until, cancellationToken);
        try
        {
            await unitOfWork.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (ConflictException conflict) when (conflict.Code == ConflictException.AlreadyExists)
        {
            return false;
        }
    }
}
