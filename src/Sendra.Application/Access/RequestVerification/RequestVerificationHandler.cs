using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Common;

namespace Sendra.Application.Access.RequestVerification;

internal sealed class RequestVerificationHandler(IAccounts accounts, IAccountMails mails, IUnitOfWork unitOfWork) : IRequestHandler<RequestVerificationCommand, Unit>
{
    public async Task<Unit> Handle(RequestVerificationCommand request, CancellationToken cancellationToken)
    {
        var user = await accounts.GetAsync(request.UserId, cancellationToken);
        if (user.EmailVerified)
        {
            throw new ConflictException("alreadyVerified", "Your email is verified already.");
        }

        await mails.AskAsync(AccountMailOrder.Verification(user), cancellationToken);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
