using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Access.ConfirmSession;

internal sealed class ConfirmSessionHandler(IAccounts accounts, ISecondFactors factors, ISignInThrottle throttle, IAccountMails mails, IUnitOfWork unitOfWork)
    : IRequestHandler<ConfirmSessionCommand, SignedIn>
{
    public async Task<SignedIn> Handle(ConfirmSessionCommand request, CancellationToken cancellationToken)
    {
        var user = await accounts.GetAsync(request.Session.UserId, cancellationToken);
        if (user.SecondFactor && string.IsNullOrEmpty(request.Code))
        {
            throw new ValidationException([new ValidationFailure("code", "code is required.")]);
        }

        user = await throttle.CheckAsync(accounts, user.Address, request.Password!, cancellationToken);
        if (user.SecondFactor)
        {
            await throttle.UseCodeAsync(factors, mails, unitOfWork, user, request.Code!, cancellationToken);
        }

        return await accounts.StayAsync(user, request.Session.WorkspaceId, cancellationToken);
    }
}
