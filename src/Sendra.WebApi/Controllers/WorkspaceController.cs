using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Access;
using Sendra.Application.Workspaces;
using Sendra.Application.Workspaces.GetSigningSecret;
using Sendra.Application.Workspaces.GetWorkspaceSettings;
using Sendra.Application.Workspaces.RotateSigningSecret;
using Sendra.Domain.Workspaces;
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
    /// <response code="200">The settings; an owner also gets the signing secret.</response>
    [HttpGet("settings")]
    [Needs(Need.Read)]
    public async Task<WorkspaceSettingsResponse> GetSettings(CancellationToken cancellationToken) =>
        await ToResponseAsync(await mediator.Send(new GetWorkspaceSettingsQuery(), cancellationToken), cancellationToken);

    /// <summary>Changes the workspace's settings. Omitted settings don't change.</summary>
    /// <remarks>
    /// Events older than retentionDays are erased within about an hour, together with the contents of their deliveries. Counts of
    /// names go down accordingly. Contacts and enrollments stay; an enrollment keeps the ids of erased events. You can't undo
    /// this. Time zones decide when waits in workflows end. Runs that already wait are recalculated when they come due.
    /// </remarks>
    /// <param name="request">The settings.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The updated settings.</response>
    /// <response code="403"><c>ownerRequired</c>: <c>auditDays</c> can only be changed in an owner's session.</response>
    /// <response code="409"><c>changedMeanwhile</c>: someone else changed it at the same time. Try again.</response>
    [HttpPut("settings")]
    [Needs(Need.Manage)]
    [ProducesResponseType<WorkspaceSettingsResponse>(StatusCodes.Status200OK)]
    [ProducesResponseType<Problem>(StatusCodes.Status409Conflict)]
    public async Task<WorkspaceSettingsResponse> PutSettings(WorkspaceSettingsRequest request, CancellationToken cancellationToken) =>
        request.NeedsOwner && !IsOwner
            ? throw new OwnerRequiredException()
            : await ToResponseAsync(await mediator.Send(request.ToCommand(), cancellationToken), cancellationToken);

    /// <summary>Replaces the workspace's signing secret with a new one.</summary>
    /// <remarks>
    /// Calls are signed with the new secret at once. For <c>overlapHours</c>, they also carry a signature by the old secret, separated by a
    /// space in <c>webhook-signature</c>, so receivers can switch without losing a call. Rotating again ends a running overlap.
    /// </remarks>
    /// <param name="request">How long the old secret still signs.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">The new secret.</response>
    /// <response code="409"><c>changedMeanwhile</c>: someone else rotated it at the same time.</response>
    [HttpPost("signing-secret/rotate")]
    [Needs(Need.Owner)]
    [ProducesResponseType<SigningSecretResponse>(StatusCodes.Status200OK)]
    [ProducesResponseType<Problem>(StatusCodes.Status409Conflict)]
    public async Task<SigningSecretResponse> RotateSigningSecret(RotateSigningSecretRequest request, CancellationToken cancellationToken) =>
        new(await mediator.Send(new RotateSigningSecretCommand(request.OverlapHours), cancellationToken));

    private bool IsOwner => User.SessionOrNull() is { Role: MemberRole.Owner };

    private async Task<WorkspaceSettingsResponse> ToResponseAsync(WorkspaceSettings settings, CancellationToken cancellationToken) =>
        settings.ToResponse(IsOwner ? await mediator.Send(new GetSigningSecretQuery(), cancellationToken) : null);
}
