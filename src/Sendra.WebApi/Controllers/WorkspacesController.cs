using Mapster;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Access;
using Sendra.Application.Workspaces.CreateWorkspace;
using Sendra.Application.Workspaces.DeleteWorkspace;
using Sendra.Application.Workspaces.RenameWorkspace;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts;
using Sendra.WebApi.Contracts.Access;
using Sendra.WebApi.Contracts.Workspaces;

namespace Sendra.WebApi.Controllers;

/// <summary>The workspaces of the signed-in user. <c>GET /api/auth/me</c> lists them.</summary>
/// <param name="cookie">Hands out sessions.</param>
[ApiController]
[Route("api/workspaces")]
[Tags("Workspace")]
public sealed class WorkspacesController(IMediator mediator, SessionCookie cookie) : ControllerBase
{
    /// <summary>Creates a workspace, makes the user its owner and switches to it. A person can own up to 100.</summary>
    /// <param name="request">The workspace's name.</param>
    /// <response code="201">Created. The response sets the cookie of a new session in that workspace, and the previous session has ended.</response>
    /// <response code="409"><c>tooManyWorkspaces</c>: the user owns 100; <c>changedMeanwhile</c>: the user created another one at the same time.</response>
    [HttpPost]
    [Needs(Need.Account)]
    [ProducesResponseType<SessionResponse>(StatusCodes.Status201Created)]
    [ProducesResponseType<Problem>(StatusCodes.Status409Conflict)]
    public async Task<ActionResult<SessionResponse>> Create(WorkspaceNameRequest request, CancellationToken cancellationToken)
    {
        var signedIn = await mediator.Send(new CreateWorkspaceCommand(User.Session().UserId, request.Name), cancellationToken);
        await cookie.MoveAsync(HttpContext, signedIn, cancellationToken);
        return Created("/api/auth/me", signedIn.Adapt<SessionResponse>());
    }

    /// <summary>Renames a workspace. For its owners.</summary>
    /// <param name="id">One of the user's workspaces.</param>
    /// <param name="request">The new name.</param>
    /// <response code="200">Renamed.</response>
    /// <response code="403"><c>ownerRequired</c>: only owners can do this.</response>
    /// <response code="404"><c>workspaceNotFound</c>: the user isn't a member of such a workspace.</response>
    [HttpPatch("{id:guid}")]
    [Needs(Need.Account)]
    public Task<Membership> Rename(WorkspaceId id, WorkspaceNameRequest request, CancellationToken cancellationToken) =>
        mediator.Send(new RenameWorkspaceCommand(User.Session().UserId, id, request.Name), cancellationToken);

    /// <summary>Deletes a workspace with everything in it. For its owners. You can't undo this.</summary>
    /// <remarks>
    /// Nobody sees it from now on. Its automations stop at once, and nothing is sent any more. Its webhook URLs stop working at once; its sessions
    /// and API keys do so on this node at once, on others within a minute. Its data is purged in the background. If the session was in it, it moves
    /// to another workspace of the user, or to none.
    /// </remarks>
    /// <param name="id">One of the user's workspaces.</param>
    /// <param name="request">The workspace's name, to make sure that you mean this one.</param>
    /// <response code="200">Deleted. The response says where the session is now, and sets its cookie if it has moved.</response>
    /// <response code="400"><c>validationFailed</c>: <c>name</c> isn't the workspace's name.</response>
    /// <response code="403"><c>ownerRequired</c>: only owners can do this.</response>
    /// <response code="404"><c>workspaceNotFound</c>: the user isn't a member of such a workspace.</response>
    [HttpDelete("{id:guid}")]
    [Needs(Need.Account, Confirmed = true)]
    public async Task<SessionResponse> Delete(WorkspaceId id, WorkspaceNameRequest request, CancellationToken cancellationToken)
    {
        var session = User.Session();
        var signedIn = await mediator.Send(new DeleteWorkspaceCommand(session, id, request.Name), cancellationToken);
        if (session.WorkspaceId == id)
        {
            await cookie.MoveAsync(HttpContext, signedIn, cancellationToken);
        }

        return signedIn.Adapt<SessionResponse>();
    }
}
