using MediatR;
using Sendra.Domain.Access;

namespace Sendra.Application.Access.GetHalfSignIn;

internal sealed class GetHalfSignInHandler(IHalfSignIns halves) : IRequestHandler<GetHalfSignInQuery, HalfSignIn>
{
    public async Task<HalfSignIn> Handle(GetHalfSignInQuery request, CancellationToken cancellationToken) =>
        LinkToken.TryParse(request.Token, out var token) && await halves.FindAsync(token, cancellationToken) is { EndsAt: var endsAt }
            ? new HalfSignIn(token, endsAt)
            : throw new SignInExpiredException();
}
