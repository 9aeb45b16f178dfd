using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Access;
using Sendra.Application.Access.ListMembers;
using Sendra.Application.Access.RemoveMember;
using Sendra.Application.Common;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts.Access;

namespace Sendra.WebApi.Controllers;

/// <summary>The people in the workspace.</summary>
/// <param name="mediator">Carries requests to their handlers.</param>
[ApiController]
[Route("api/members")]
[Tags("Access")]
public sealed class MembersController(IMediator mediator) : ControllerBase
{
    /// <summary>Lists the members, the oldest account first.</summary>
    /// <param name="limit">How many, 1 to 200; 50 when left out.</param>
    /// <param name="cursor">The nextCursor of the part before.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">A part of the list.</response>
    [HttpGet]
    [Needs(Need.Session)]
    public Task<Page<MemberResult>> List(int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new ListMembersQuery(new Paging(limit, cursor)), cancellationToken);

    /// <summary>Removes a member: owners remove anyone, everybody may leave.</summary>
    /// <remarks>
    /// The member's sessions in this workspace end: on this node at once, on any other within a minute. Invitations
    /// that they made do nothing any more. API keys that they made go on until they are revoked; the answer lists them.
    /// </remarks>
    /// <param name="id">The member.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">Removed.</response>
    /// <response code="409"><c>lastOwner</c>: a workspace needs an owner.</response>
    [HttpDelete("{id:guid}")]
    [Needs(Need.Session)]
    public async Task<RemovedMemberResponse> Remove(UserId id, CancellationToken cancellationToken) =>
        new(await mediator.Send(new RemoveMemberCommand(User.Session(), id), cancellationToken));
}
