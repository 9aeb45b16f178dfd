using MediatR;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Access.Login;

internal sealed class LoginHandler(IAccounts accounts) : IRequestHandler<LoginCommand, SignedIn>
{
    public async Task<SignedIn> Handle(LoginCommand request, CancellationToken cancellationToken)
    {
        var user = EmailAddress.TryParse(request.Email, out var email, out _) && request.Password!.Length <= Password.MaxLength
            ? await accounts.CheckPasswordAsync(email, request.Password, cancellationToken)
            : null;
        if (user is null)
        {
            throw new InvalidCredentialsException();
        }

        var workspaces = await accounts.MembershipsOfAsync(user.Id, cancellationToken);
        return workspaces.Count > 0
            ? new SignedIn(user, workspaces[0])
            : throw new ConflictException("noWorkspace", "You are no longer a member of any workspace.");
    }
}
