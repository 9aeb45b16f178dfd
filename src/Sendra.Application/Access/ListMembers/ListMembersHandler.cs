using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Access.ListMembers;

internal sealed class ListMembersHandler(IMembers members) : IRequestHandler<ListMembersQuery, Page<MemberResult>>
{
    public Task<Page<MemberResult>> Handle(ListMembersQuery request, CancellationToken cancellationToken) =>
        members.ListAsync(request.Paging, cancellationToken);
}
