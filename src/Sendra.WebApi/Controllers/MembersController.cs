using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Access;
using Sendra.Application.Access.ListMembers;
using Sendra.Application.Access.RemoveMember;
using Sendra.Application.Common;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts.Access;

namespace Sendra.WebApi.Controllers;

/// <summary>Members are the people in the workspace.</summary>
[ApiController]
[Route("api/members")]
[Tags("Access")]
public sealed class MembersController(IMediator mediator) : ControllerBase
{
    /// <summary>Lists the members, oldest account first.</summary>
    /// <param name="limit">How many items to return: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The nextCursor of the previous page.</param>
    /// <response code="200">A page of the list.</response>
    [HttpGet]
    [Needs(Need.Session)]
    public Task<Page<MemberResult>> List(int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new ListMembersQuery(new Paging(limit, cursor)), cancellationToken);

    /// <summary>Removes a member. Owners can remove anyone, and everyone can leave.</summary>
    /// <remarks>
    /// The member's sessions in this workspace end: on this node at once, on others within a minute. Their invitations stop
    /// working. Their API keys keep working until you revoke them; the response lists them.
    /// </remarks>
    /// <param name="id">The member.</param>
    /// <response code="200">Removed.</response>
    /// <response code="409"><c>lastOwner</c>: a workspace needs an owner.</response>
    [HttpDelete("{id:guid}")]
    [Needs(Need.Session)]
    public async Task<RemovedMemberResponse> Remove(UserId id, CancellationToken cancellationToken) =>
        new(await mediator.Send(new RemoveMemberCommand(User.Session(), id), cancellationToken));
}
