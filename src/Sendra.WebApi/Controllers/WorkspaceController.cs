using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Workspaces;
using Sendra.Application.Workspaces.GetWorkspaceSettings;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts;
using Sendra.WebApi.Contracts.Workspaces;

namespace Sendra.WebApi.Controllers;

/// <summary>The workspace of the session.</summary>
/// <param name="mediator">Carries requests to their handlers.</param>
[ApiController]
[Route("api/workspace")]
[Tags("Workspace")]
public sealed class WorkspaceController(IMediator mediator) : ControllerBase
{
    /// <summary>Returns the workspace's settings.</summary>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The settings.</response>
    [HttpGet("settings")]
    [Needs(Need.Read)]
    public Task<WorkspaceSettings> GetSettings(CancellationToken cancellationToken) =>
        mediator.Send(new GetWorkspaceSettingsQuery(), cancellationToken);

    /// <summary>Changes the workspace's settings. Omitted settings don't change.</summary>
    /// <remarks>
    /// Events older than retentionDays are erased within about an hour, together with the contents of their deliveries. Counts of
    /// names go down accordingly. Contacts and enrollments stay; an enrollment keeps the ids of erased events. You can't undo
    /// this. Time zones decide when waits in workflows end. Runs that already wait are recalculated when they come due.
    /// </remarks>
    /// <param name="request">The settings.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The updated settings.</response>
    /// <response code="409"><c>changedMeanwhile</c>: someone else changed it at the same time. Try again.</response>
    [HttpPut("settings")]
    [Needs(Need.Manage)]
    [ProducesResponseType<Problem>(StatusCodes.Status409Conflict)]
    public Task<WorkspaceSettings> PutSettings(WorkspaceSettingsRequest request, CancellationToken cancellationToken) =>
        mediator.Send(request.ToCommand(), cancellationToken);
}
