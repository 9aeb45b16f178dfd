using MediatR;
using Sendra.Application.Access;
using Sendra.Application.Common;
using Sendra.Domain.Common;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Workspaces.CreateWorkspace;

/// <summary>The user's row is saved along, so that of two at once one is refused and the bound holds.</summary>
internal sealed class CreateWorkspaceHandler(
    IAccounts accounts,
    IWorkspaceScope scope,
    IRepository<Workspace> workspaces,
    IRepository<Member> members,
    IUnitOfWork unitOfWork,
    IdGenerator ids,
    TimeProvider clock)
    : IRequestHandler<CreateWorkspaceCommand, SignedIn>
{
    public async Task<SignedIn> Handle(CreateWorkspaceCommand request, CancellationToken cancellationToken)
    {
        var workspace = Workspace.Create(ids.Next<WorkspaceId>(), request.Name!.Trim());
        var user = await accounts.EnterAsync(request.UserId, workspace.Id, cancellationToken);
        var memberships = await accounts.MembershipsOfAsync(request.UserId, cancellationToken);
        if (memberships.Count(membership => membership.Role == MemberRole.Owner) >= Workspace.MaxPerOwner)
        {
            throw new ConflictException("tooManyWorkspaces", $"A person can own at most {Workspace.MaxPerOwner} workspaces.");
        }

        scope.Enter(workspace.Id);
        workspaces.Add(workspace);
        members.Add(Member.Join(workspace.Id, user.Id, MemberRole.Owner, clock.GetUtcNow()));
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return new SignedIn(user, new Membership(workspace.Id, workspace.Name, MemberRole.Owner));
    }
}
