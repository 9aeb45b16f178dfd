using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Access;
using Sendra.Domain.Common;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Access.RemoveMember;

internal sealed class RemoveMemberHandler(IMembers members, IRepository<ApiKey> keys)
    : IRequestHandler<RemoveMemberCommand, IReadOnlyList<ApiKeyResult>>
{
    public async Task<IReadOnlyList<ApiKeyResult>> Handle(RemoveMemberCommand request, CancellationToken cancellationToken)
    {
        if (request.By.Role != MemberRole.Owner && request.By.UserId != request.UserId)
        {
            throw new OwnerRequiredException();
        }

        return await members.RemoveAsync(request.UserId, cancellationToken) switch
        {
            MemberRemoval.Removed => [.. (await keys.ListAsync(ApiKeySpec.MadeBy(request.UserId), cancellationToken)).Select(ApiKeyResult.From)],
            MemberRemoval.NoMember => throw new NotFoundException("member"),
            _ => throw new ConflictException("lastOwner", "A workspace needs an owner. Invite another one first."),
        };
    }
}
