using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Access;

namespace Sendra.Application.Access.CompleteSignIn;

internal sealed class CompleteSignInHandler(
    IHalfSignIns halves, IAccounts accounts, ISecondFactors factors, ISignInThrottle throttle, IAccountMails mails, IUnitOfWork unitOfWork)
    : IRequestHandler<CompleteSignInCommand, SignedIn>
{
    public async Task<SignedIn> Handle(CompleteSignInCommand request, CancellationToken cancellationToken)
    {
        if (!LinkToken.TryParse(request.Token, out var token) || await halves.FindAsync(token, cancellationToken) is not { Account: var user })
        {
            throw new SignInExpiredException();
        }

        await throttle.UseCodeAsync(factors, mails, unitOfWork, user, request.Code!, cancellationToken);
        return await halves.EndAsync(token, cancellationToken)
            ? await accounts.SignInAsync(user, cancellationToken)
            : throw new SignInExpiredException();
    }
}
