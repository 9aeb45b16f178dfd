using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Common;

namespace Sendra.Application.Access.LinkProvider;

internal sealed class LinkProviderHandler(IAccounts accounts, IProviderLinks links, IAccountMails mails, ISessions sessions, IUnitOfWork unitOfWork)
    : IRequestHandler<LinkProviderCommand, SignedIn>
{
    public async Task<SignedIn> Handle(LinkProviderCommand request, CancellationToken cancellationToken)
    {
        var userId = request.Session.UserId;
        if (await links.FindAsync(request.Identity, cancellationToken) is { } linked)
        {
            return linked.Id == userId
                ? await accounts.StayAsync(linked, request.Session.WorkspaceId, cancellationToken)
                : throw ProviderRefusedException.LinkedToAnother();
        }

        if ((await links.ListAsync(userId, cancellationToken)).Count >= IProviderLinks.MaxPerPerson)
        {
            throw ProviderRefusedException.TooManyLinks();
        }

        links.Add(userId, request.Identity);
        var user = await accounts.EndSessionsAsync(userId);
        mails.Add(AccountMailOrder.About(AccountMailKind.ProviderLinked, user));
        try
        {
            await unitOfWork.SaveChangesAsync(cancellationToken);
        }
        catch (ConflictException exception) when (exception.Code == ConflictException.AlreadyExists)
        {
            throw ProviderRefusedException.LinkedToAnother();
        }

        await sessions.EndAllOfAsync(userId, cancellationToken);
        return await accounts.StayAsync(user, request.Session.WorkspaceId, cancellationToken);
    }
}
