using MediatR;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Access.Login;

internal sealed class LoginHandler(IAccounts accounts, ISignInThrottle throttle) : IRequestHandler<LoginCommand, SignedIn>
{
    public async Task<SignedIn> Handle(LoginCommand request, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryParse(request.Email, out var email, out _))
        {
            throw new InvalidCredentialsException();
        }

        var user = await throttle.CheckAsync(accounts, email, request.Password!, cancellationToken);
        var workspaces = await accounts.MembershipsOfAsync(user.Id, cancellationToken);
        return workspaces.Count > 0
            ? new SignedIn(user, workspaces[0])
            : throw new ConflictException("noWorkspace", "You are no longer a member of any workspace.");
    }
}
