using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Common;

namespace Sendra.Application.Access.UnlinkProvider;

internal sealed class UnlinkProviderHandler(IAccounts accounts, IProviderLinks links, IAccountMails mails, ISessions sessions, IUnitOfWork unitOfWork)
    : IRequestHandler<UnlinkProviderCommand, SignedIn>
{
    public async Task<SignedIn> Handle(UnlinkProviderCommand request, CancellationToken cancellationToken)
    {
        var userId = request.Session.UserId;
        if (!await links.RemoveAsync(userId, request.Id, cancellationToken))
        {
            throw new NotFoundException("link");
        }

        var user = await accounts.EndSessionsAsync(userId);
        mails.Add(AccountMailOrder.About(AccountMailKind.ProviderUnlinked, user));
        await unitOfWork.SaveChangesAsync(cancellationToken);
        await sessions.EndAllOfAsync(userId, cancellationToken);
        return await accounts.StayAsync(user, request.Session.WorkspaceId, cancellationToken);
    }
}
