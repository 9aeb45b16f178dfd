using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Access.PrepareAuthenticator;

internal sealed class PrepareAuthenticatorHandler(IAccounts accounts, ISecondFactors factors, IUnitOfWork unitOfWork) : IRequestHandler<PrepareAuthenticatorCommand, AuthenticatorKey>
{
    public async Task<AuthenticatorKey> Handle(PrepareAuthenticatorCommand request, CancellationToken cancellationToken)
    {
        var key = await factors.PrepareAsync(await accounts.GetAsync(request.UserId, cancellationToken), cancellationToken);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return key;
    }
}
