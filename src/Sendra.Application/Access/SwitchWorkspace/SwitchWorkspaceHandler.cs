using MediatR;
using Sendra.Domain.Common;

namespace Sendra.Application.Access.SwitchWorkspace;

/// <summary>A workspace that one isn't a member of is not there (W4); nor is one whose id is none.</summary>
internal sealed class SwitchWorkspaceHandler(IAccounts accounts) : IRequestHandler<SwitchWorkspaceCommand, SignedIn>
{
    public async Task<SignedIn> Handle(SwitchWorkspaceCommand request, CancellationToken cancellationToken)
    {
        var memberships = await accounts.MembershipsOfAsync(request.UserId, cancellationToken);
        var chosen = Guid.TryParse(request.WorkspaceId, out var id) ? memberships.FirstOrDefault(membership => membership.Id.Value == id) : null;
        return chosen is not null
            ? new SignedIn(await accounts.GetAsync(request.UserId, cancellationToken), chosen)
            : throw new NotFoundException("workspace");
    }
}
