using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Operating.GetServerStatus;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts.Operating;

namespace Sendra.WebApi.Controllers;

/// <summary>What a program asks first: is this Sendra, does my key work, and what may it do?</summary>
/// <param name="mediator">Carries requests to their handlers.</param>
[ApiController]
[Route("api/status")]
[Tags("Status")]
public sealed class StatusController(IMediator mediator) : ControllerBase
{
    private static readonly string Version = typeof(StatusController).Assembly.GetName().Version!.ToString(3);

    /// <summary>Returns your workspace, your API key with its scopes, and how busy the server is.</summary>
    /// <remarks>Any session or key can ask, whatever its scopes. The load is that of the node that answers, for all workspaces together.</remarks>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <response code="200">Who you are, and how the server is.</response>
    [HttpGet]
    [Needs(Need.Caller)]
    public async Task<StatusResponse> Get(CancellationToken cancellationToken)
    {
        var status = await mediator.Send(new GetServerStatusQuery(User.Caller()?.Key?.Id), cancellationToken);
        return new StatusResponse(
            Version,
            status.Now,
            new StatusWorkspace(status.WorkspaceId, status.WorkspaceName),
            status.Key is { } key ? new StatusKey(key.Name, key.Prefix, key.Scopes) : null,
            status.Load);
    }
}
