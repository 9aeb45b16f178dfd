using Mapster;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Access.ChangePassword;
using Sendra.Application.Access.GetMe;
using Sendra.Application.Access.Login;
using Sendra.Application.Access.Register;
using Sendra.Application.Access.SwitchWorkspace;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts.Access;
using Sendra.WebApi.Http;

namespace Sendra.WebApi.Controllers;

/// <summary>Signing up, in and out.</summary>
/// <param name="cookie">Hands out sessions.</param>
[ApiController]
[Route("api/auth")]
[Tags("Access")]
public sealed class AuthController(IMediator mediator, SessionCookie cookie) : ControllerBase
{
    /// <summary>Signs up: creates a user, a workspace and a session.</summary>
    /// <param name="request">The new user, and the workspace's name.</param>
    /// <response code="201">Signed up and signed in. The response sets the session cookie.</response>
    /// <response code="409"><c>emailTaken</c>: an account with this email exists.</response>
    [HttpPost("register")]
    [AllowAnonymous]
    [RequestSizeLimit(HttpServer.MaxAnonymousBodyBytes)]
    [ProducesResponseType<SessionResponse>(StatusCodes.Status201Created)]
    public async Task<ActionResult<SessionResponse>> Register(RegisterRequest request, CancellationToken cancellationToken)
    {
        var signedIn = await mediator.Send(new RegisterCommand(request.Email, request.Password, request.WorkspaceName), cancellationToken);
        await cookie.StartAsync(HttpContext, signedIn, cancellationToken);
        return Created("/api/auth/me", signedIn.Adapt<SessionResponse>());
    }

    /// <summary>Signs in, to the workspace that the user joined first.</summary>
    /// <param name="request">Email and password.</param>
    /// <response code="200">Signed in. The response sets the session cookie, and the previous session has ended.</response>
    /// <response code="401"><c>invalidCredentials</c>: the email or the password is wrong.</response>
    /// <response code="429"><c>tooManyAttempts</c>: too many wrong passwords from this IP address. Try again after Retry-After seconds.</response>
    [HttpPost("login")]
    [AllowAnonymous]
    [RequestSizeLimit(HttpServer.MaxAnonymousBodyBytes)]
    [ProducesResponseType<SessionResponse>(StatusCodes.Status200OK)]
    public async Task<ActionResult<SessionResponse>> Login(LoginRequest request, CancellationToken cancellationToken)
    {
        var signedIn = await mediator.Send(new LoginCommand(request.Email, request.Password), cancellationToken);
        await cookie.StartAsync(HttpContext, signedIn, cancellationToken);
        return signedIn.Adapt<SessionResponse>();
    }

    /// <summary>Signs out. The session ends, so copies of its cookie stop working too.</summary>
    /// <response code="204">Signed out.</response>
    [HttpPost("logout")]
    [Needs(Need.Session)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Logout(CancellationToken cancellationToken)
    {
        await cookie.EndAsync(HttpContext, cancellationToken);
        return NoContent();
    }

    /// <summary>Returns the signed-in user and the workspace.</summary>
    /// <response code="200">The user, the session's workspace, and all workspaces of the user.</response>
    [HttpGet("me")]
    [Needs(Need.Session)]
    [ProducesResponseType<MeResponse>(StatusCodes.Status200OK)]
    public async Task<ActionResult<MeResponse>> Me(CancellationToken cancellationToken)
    {
        var session = User.Session();
        var me = await mediator.Send(new GetMeQuery(session.UserId, session.WorkspaceId), cancellationToken);
        return me.Adapt<MeResponse>();
    }

    /// <summary>Switches to another workspace of the user.</summary>
    /// <param name="request">The workspace.</param>
    /// <response code="200">Switched. The response sets the cookie of a new session in that workspace, and the previous session has ended.</response>
    /// <response code="404"><c>workspaceNotFound</c>: the user isn't a member of such a workspace.</response>
    [HttpPost("switch")]
    [Needs(Need.Session)]
    [ProducesResponseType<SessionResponse>(StatusCodes.Status200OK)]
    public async Task<ActionResult<SessionResponse>> Switch(SwitchWorkspaceRequest request, CancellationToken cancellationToken)
    {
        var signedIn = await mediator.Send(new SwitchWorkspaceCommand(User.Session().UserId, request.WorkspaceId), cancellationToken);
        await cookie.StartAsync(HttpContext, signedIn, cancellationToken);
        return signedIn.Adapt<SessionResponse>();
    }

    /// <summary>Changes the password and ends all other sessions of the user.</summary>
    /// <param name="request">The current and the new password.</param>
    /// <response code="200">Changed. The response sets a new session cookie. Other nodes end the other sessions within a minute.</response>
    /// <response code="401"><c>invalidCredentials</c>: the current password is wrong.</response>
    /// <response code="429"><c>tooManyAttempts</c>: too many wrong passwords. Try again after Retry-After seconds.</response>
    [HttpPost("password")]
    [Needs(Need.Session)]
    [ProducesResponseType<SessionResponse>(StatusCodes.Status200OK)]
    public async Task<ActionResult<SessionResponse>> ChangePassword(ChangePasswordRequest request, CancellationToken cancellationToken)
    {
        var session = User.Session();
        var signedIn = await mediator.Send(
            new ChangePasswordCommand(session.UserId, session.WorkspaceId, request.CurrentPassword, request.NewPassword), cancellationToken);
        await cookie.StartAsync(HttpContext, signedIn, cancellationToken);
        return signedIn.Adapt<SessionResponse>();
    }
}
