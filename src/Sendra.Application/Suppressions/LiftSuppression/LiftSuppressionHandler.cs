using MediatR;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Suppressions.LiftSuppression;

internal sealed class LiftSuppressionHandler(ISuppressions suppressions) : IRequestHandler<LiftSuppressionCommand, Unit>
{
    public async Task<Unit> Handle(LiftSuppressionCommand request, CancellationToken cancellationToken) =>
        EmailAddress.TryParse(request.Email, out var email, out _) && await suppressions.LiftAsync(email, request.KeepUnsubscribed, cancellationToken)
            ? Unit.Value
            : throw new NotFoundException("suppression");
}
