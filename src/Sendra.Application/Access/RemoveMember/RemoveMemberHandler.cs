using MediatR;
using Sendra.Domain.Common;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Access.RemoveMember;

internal sealed class RemoveMemberHandler(IMembers members) : IRequestHandler<RemoveMemberCommand, Unit>
{
    public async Task<Unit> Handle(RemoveMemberCommand request, CancellationToken cancellationToken)
    {
        if (request.By.Role != MemberRole.Owner && request.By.UserId != request.UserId)
        {
            throw new OwnerRequiredException();
        }

        return await members.RemoveAsync(request.UserId, cancellationToken) switch
        {
            MemberRemoval.Removed => Unit.Value,
            MemberRemoval.NoMember => throw new NotFoundException("member"),
            _ => throw new ConflictException("lastOwner", "A workspace needs an owner; invite another one first."),
        };
    }
}
