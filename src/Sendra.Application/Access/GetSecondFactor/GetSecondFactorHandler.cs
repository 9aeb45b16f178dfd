using MediatR;

namespace Sendra.Application.Access.GetSecondFactor;

internal sealed class GetSecondFactorHandler(ISecondFactors factors) : IRequestHandler<GetSecondFactorQuery, SecondFactorState>
{
    public Task<SecondFactorState> Handle(GetSecondFactorQuery request, CancellationToken cancellationToken) => factors.GetAsync(request.UserId, cancellationToken);
}
