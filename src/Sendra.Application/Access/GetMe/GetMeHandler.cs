using MediatR;

namespace Sendra.Application.Access.GetMe;

internal sealed class GetMeHandler(IAccounts accounts) : IRequestHandler<GetMeQuery, Me>
{
    public async Task<Me> Handle(GetMeQuery request, CancellationToken cancellationToken)
    {
        var workspaces = await accounts.MembershipsOfAsync(request.UserId, cancellationToken);
        var current = workspaces.FirstOrDefault(membership => membership.Id == request.WorkspaceId);
        return new Me(await accounts.GetAsync(request.UserId, cancellationToken), current, workspaces);
    }
}
