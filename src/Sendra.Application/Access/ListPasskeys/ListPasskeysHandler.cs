using MediatR;

namespace Sendra.Application.Access.ListPasskeys;

internal sealed class ListPasskeysHandler(IPasskeys passkeys) : IRequestHandler<ListPasskeysQuery, IReadOnlyList<PasskeyResult>>
{
    public Task<IReadOnlyList<PasskeyResult>> Handle(ListPasskeysQuery request, CancellationToken cancellationToken) => passkeys.ListAsync(request.UserId, cancellationToken);
}
