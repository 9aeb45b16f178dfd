using MediatR;
using Sendra.Domain.Common;

namespace Sendra.Application.Access.SwitchWorkspace;

/// <summary>A workspace that the user isn't a member of doesn't exist for them (W4), nor does one with an invalid id.</summary>
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
