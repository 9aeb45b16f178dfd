using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Access;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Access.CreateResetLink;

internal sealed class CreateResetLinkHandler(IAccounts accounts, IAccountLinks links, IUnitOfWork unitOfWork) : IRequestHandler<CreateResetLinkCommand, LinkToken?>
{
    public async Task<LinkToken?> Handle(CreateResetLinkCommand request, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryParse(request.Email, out var email, out _) || await accounts.FindIdAsync(email, cancellationToken) is not { } userId)
        {
            return null;
        }

        var token = links.AddPasswordReset(userId);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return token;
    }
}
