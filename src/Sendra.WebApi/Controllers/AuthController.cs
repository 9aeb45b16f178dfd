using Mapster;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Access.GetMe;
using Sendra.Application.Access.Login;
using Sendra.Application.Access.Register;
using Sendra.Application.Access.SwitchWorkspace;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts.Access;

namespace Sendra.WebApi.Controllers;

/// <summary>Signing up, in and out (W1).</summary>
[ApiController]
[Route("api/auth")]
public sealed class AuthController(IMediator mediator) : ControllerBase
{
    /// <summary>Signs up: makes a user, a workspace and a session.</summary>
    /// <param name="request">Who, and what the workspace is called.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <response code="201">Signed up and signed in; the answer carries the session cookie.</response>
    /// <response code="409"><c>emailTaken</c>: there is an account with this address.</response>
    [HttpPost("register")]
    [AllowAnonymous]
    [ProducesResponseType<SessionResponse>(StatusCodes.Status201Created)]
    public async Task<ActionResult<SessionResponse>> Register(RegisterRequest request, CancellationToken cancellationToken)
    {
        var signedIn = await mediator.Send(new RegisterCommand(request.Email, request.Password, request.WorkspaceName), cancellationToken);
        await Cookie.StartAsync(signedIn, cancellationToken);
        return Created("/api/auth/me", signedIn.Adapt<SessionResponse>());
    }

    /// <summary>Signs in to the workspace joined first.</summary>
    /// <param name="request">Address and password.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <response code="200">Signed in; the answer carries the session cookie, and the session before it has ended.</response>
    /// <response code="401"><c>invalidCredentials</c>: address or password is wrong.</response>
    [HttpPost("login")]
    [AllowAnonymous]
    [ProducesResponseType<SessionResponse>(StatusCodes.Status200OK)]
    public async Task<ActionResult<SessionResponse>> Login(LoginRequest request, CancellationToken cancellationToken)
    {
        var signedIn = await mediator.Send(new LoginCommand(request.Email, request.Password), cancellationToken);
        await Cookie.StartAsync(signedIn, cancellationToken);
        return signedIn.Adapt<SessionResponse>();
    }

    /// <summary>Signs out: the session has ended, also for copies of its cookie.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <response code="204">Signed out.</response>
    [HttpPost("logout")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Logout(CancellationToken cancellationToken)
    {
        await Cookie.EndAsync(cancellationToken);
        return NoContent();
    }

    /// <summary>Says who is signed in, and where.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <response code="200">The user, the session's workspace, and all workspaces of the user.</response>
    [HttpGet("me")]
    [ProducesResponseType<MeResponse>(StatusCodes.Status200OK)]
    public async Task<ActionResult<MeResponse>> Me(CancellationToken cancellationToken)
    {
        var session = User.Session();
        var me = await mediator.Send(new GetMeQuery(session.UserId, session.WorkspaceId), cancellationToken);
        return me.Adapt<MeResponse>();
    }

    /// <summary>Goes on in another workspace of the user.</summary>
    /// <param name="request">The workspace.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <response code="200">The answer carries the session cookie for that workspace.</response>
    /// <response code="404"><c>workspaceNotFound</c>: the user is a member of no such workspace.</response>
    [HttpPost("switch")]
    [ProducesResponseType<SessionResponse>(StatusCodes.Status200OK)]
    public async Task<ActionResult<SessionResponse>> Switch(SwitchWorkspaceRequest request, CancellationToken cancellationToken)
    {
        var signedIn = await mediator.Send(new SwitchWorkspaceCommand(User.Session().UserId, request.WorkspaceId), cancellationToken);
        await Cookie.MoveAsync(signedIn);
        return signedIn.Adapt<SessionResponse>();
    }

    private SessionCookie Cookie => HttpContext.RequestServices.GetRequiredService<SessionCookie>();
}
