using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.EventPatterns;

namespace Sendra.Application.EventPatterns.DeletePattern;

internal sealed class DeletePatternHandler(IRepository<EventPattern> patterns, IUnitOfWork unitOfWork)
    : IRequestHandler<DeletePatternCommand, Unit>
{
    public async Task<Unit> Handle(DeletePatternCommand request, CancellationToken cancellationToken)
    {
        patterns.Remove(await patterns.GetAsync(EventPatternSpec.ById(request.Id), "eventPattern", cancellationToken));
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
