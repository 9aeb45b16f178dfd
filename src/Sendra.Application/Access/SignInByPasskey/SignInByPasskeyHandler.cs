using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Access.SignInByPasskey;

internal sealed class SignInByPasskeyHandler(IAccounts accounts, IPasskeys passkeys, IUnitOfWork unitOfWork) : IRequestHandler<SignInByPasskeyCommand, SignedIn>
{
    public async Task<SignedIn> Handle(SignInByPasskeyCommand request, CancellationToken cancellationToken) =>
        await accounts.SignInAsync(await passkeys.UseUpAsync(request.Answer, unitOfWork, cancellationToken), cancellationToken);
}
