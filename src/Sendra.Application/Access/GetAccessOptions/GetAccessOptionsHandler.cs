using MediatR;

namespace Sendra.Application.Access.GetAccessOptions;

internal sealed class GetAccessOptionsHandler(IAccounts accounts, SignUpPolicy signUp, IAccountMails mails, SignInProviders providers) : IRequestHandler<GetAccessOptionsQuery, AccessOptions>
{
    public async Task<AccessOptions> Handle(GetAccessOptionsQuery request, CancellationToken cancellationToken) =>
        new(signUp.For, signUp.For == SignUp.Open || !await accounts.AnyAsync(cancellationToken), mails.AreSent, providers.All);
}
