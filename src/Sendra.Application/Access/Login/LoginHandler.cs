using MediatR;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Access.Login;

internal sealed class LoginHandler(IAccounts accounts, IHalfSignIns halves, ISignInThrottle throttle) : IRequestHandler<LoginCommand, SignInOutcome>
{
    public async Task<SignInOutcome> Handle(LoginCommand request, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryParse(request.Email, out var email, out _))
        {
            throw new InvalidCredentialsException();
        }

        var user = await throttle.CheckAsync(accounts, email, request.Password!, cancellationToken);
        return await accounts.PassFirstFactorAsync(halves, user, cancellationToken);
    }
}
