using MediatR;
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
        return await accounts.SignInAsync(user, cancellationToken);
    }
}
