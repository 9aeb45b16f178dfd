using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Workspaces.ChangeWorkspaceSettings;
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
    /// <summary>Reads the workspace's settings.</summary>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The settings.</response>
    [HttpGet("settings")]
    [Needs(Need.Read)]
    public async Task<WorkspaceSettingsContract> GetSettings(CancellationToken cancellationToken) =>
        new((await mediator.Send(new GetWorkspaceSettingsQuery(), cancellationToken)).RetentionDays);

    /// <summary>Replaces the workspace's settings.</summary>
    /// <remarks>
    /// Events older than retentionDays are erased within about an hour, and with them what their deliveries carried; counts
    /// of names follow. Contacts and enrollments stay; an enrollment keeps the ids of erased events. What is erased can't be
    /// brought back.
    /// </remarks>
    /// <param name="request">The settings.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The settings as they are now.</response>
    /// <response code="409"><c>changedMeanwhile</c>: someone else changed it at the same moment; ask again.</response>
    [HttpPut("settings")]
    [Needs(Need.Manage)]
    [ProducesResponseType<Problem>(StatusCodes.Status409Conflict)]
    public async Task<WorkspaceSettingsContract> PutSettings(WorkspaceSettingsContract request, CancellationToken cancellationToken) =>
        new((await mediator.Send(new ChangeWorkspaceSettingsCommand(request.RetentionDays), cancellationToken)).RetentionDays);
}
