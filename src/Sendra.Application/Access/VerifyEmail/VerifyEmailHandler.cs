using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Access;
using Sendra.Domain.Common;

namespace Sendra.Application.Access.VerifyEmail;

internal sealed class VerifyEmailHandler(IAccountLinks links, IAccounts accounts, IUnitOfWork unitOfWork) : IRequestHandler<VerifyEmailCommand, Unit>
{
    public async Task<Unit> Handle(VerifyEmailCommand request, CancellationToken cancellationToken)
    {
        if (!LinkToken.TryParse(request.Token, out var token)
            || await links.UseAsync(token, AccountLinkPurpose.Verification, cancellationToken) is not { Email: { } email } link)
        {
            throw new LinkNotFoundException();
        }

        if (link.UserId != request.UserId)
        {
            throw new ConflictException("linkForAnother", "This link is for another account. Sign in with the account whose email you want to verify.");
        }

        await accounts.VerifyAsync(link.UserId, email, cancellationToken);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
