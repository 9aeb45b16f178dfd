using Mapster;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Access.ChangePassword;
using Sendra.Application.Access.ConfirmSession;
using Sendra.Application.Access.EndAllSessions;
using Sendra.Application.Access.EndSession;
using Sendra.Application.Access.ForgotPassword;
using Sendra.Application.Access.GetAccessOptions;
using Sendra.Application.Access.GetMe;
using Sendra.Application.Access.ListSessions;
using Sendra.Application.Access.Login;
using Sendra.Application.Access.Register;
using Sendra.Application.Access.RequestVerification;
using Sendra.Application.Access.ResetPassword;
using Sendra.Application.Access.SwitchWorkspace;
using Sendra.Application.Access.VerifyEmail;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts.Access;
using Sendra.WebApi.Http;

namespace Sendra.WebApi.Controllers;

/// <summary>Signing up, in and out.</summary>
/// <param name="cookie">Hands out sessions.</param>
/// <param name="answers">Answers whoever has shown a password.</param>
[ApiController]
[Route("api/auth")]
[Tags("Access")]
public sealed class AuthController(IMediator mediator, SessionCookie cookie, SignInAnswers answers) : ControllerBase
{
    /// <summary>Signs up: creates a user, a workspace and a session.</summary>
    /// <param name="request">The new user, and the workspace's name.</param>
    /// <response code="201">Signed up and signed in. The response sets the session cookie.</response>
    /// <response code="403"><c>signUpClosed</c>: this server takes no new accounts, or only those of invited people.</response>
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

    /// <summary>Signs in, to the workspace that the user used last.</summary>
    /// <remarks>
    /// A user who is in no workspace can sign in too: <c>workspace</c> is then null. A user with a second factor gets 202 and goes on with
    /// <c>POST /api/auth/login/second-factor</c>.
    /// </remarks>
    /// <param name="request">Email and password.</param>
    /// <response code="200">Signed in. The response sets the session cookie, and the previous session has ended.</response>
    /// <response code="202">The password is right, and the account has a second factor: nobody is signed in yet.</response>
    /// <response code="401"><c>invalidCredentials</c>: the email or the password is wrong.</response>
    /// <response code="429"><c>tooManyAttempts</c>: too many wrong passwords from this IP address. Try again after Retry-After seconds.</response>
    [HttpPost("login")]
    [AllowAnonymous]
    [RequestSizeLimit(HttpServer.MaxAnonymousBodyBytes)]
    [ProducesResponseType<SessionResponse>(StatusCodes.Status200OK)]
    [ProducesResponseType<SecondFactorNeededResponse>(StatusCodes.Status202Accepted)]
    public async Task<ActionResult<SessionResponse>> Login(LoginRequest request, CancellationToken cancellationToken) =>
        await answers.AnswerAsync(HttpContext, await mediator.Send(new LoginCommand(request.Email, request.Password), cancellationToken), cancellationToken);

    /// <summary>Sends a link to set a new password, if an account has the email. The answer doesn't reveal whether one has.</summary>
    /// <param name="request">The email.</param>
    /// <response code="202">If an account has the email, the link is on its way. It works once, for an hour.</response>
    /// <response code="409"><c>noMailServer</c>: this server sends no email. Whoever runs it can make a link.</response>
    /// <response code="429"><c>tooManyEmails</c>: 5 were asked for in an hour, or too many came from your IP address. Try again after Retry-After seconds.</response>
    [HttpPost("forgot-password")]
    [AllowAnonymous]
    [RequestSizeLimit(HttpServer.MaxAnonymousBodyBytes)]
    [ProducesResponseType(StatusCodes.Status202Accepted)]
    public async Task<IActionResult> ForgotPassword(ForgotPasswordRequest request, CancellationToken cancellationToken)
    {
        await mediator.Send(new ForgotPasswordCommand(request.Email), cancellationToken);
        return Accepted();
    }

    /// <summary>Sets a new password by a link, signs in, and ends all other sessions of the user.</summary>
    /// <param name="request">The link's token and the new password.</param>
    /// <response code="200">Set. The response sets the session cookie. Other nodes end the other sessions within a minute.</response>
    /// <response code="202">Set, and the account has a second factor: nobody is signed in yet. Go on with <c>POST /api/auth/login/second-factor</c>.</response>
    /// <response code="404"><c>linkNotFound</c>: the link was used, is older than an hour, or never existed.</response>
    [HttpPost("reset-password")]
    [AllowAnonymous]
    [RequestSizeLimit(HttpServer.MaxAnonymousBodyBytes)]
    [ProducesResponseType<SessionResponse>(StatusCodes.Status200OK)]
    [ProducesResponseType<SecondFactorNeededResponse>(StatusCodes.Status202Accepted)]
    public async Task<ActionResult<SessionResponse>> ResetPassword(ResetPasswordRequest request, CancellationToken cancellationToken) =>
        await answers.AnswerAsync(HttpContext, await mediator.Send(new ResetPasswordCommand(request.Token, request.Password), cancellationToken), cancellationToken);

    /// <summary>Sends a link that verifies the user's email.</summary>
    /// <response code="202">The link is on its way. It works once, for 24 hours.</response>
    /// <response code="409"><c>alreadyVerified</c>; <c>noMailServer</c>: this server sends no email.</response>
    /// <response code="429"><c>tooManyEmails</c>: 5 were asked for in an hour, or too many came from your IP address. Try again after Retry-After seconds.</response>
    [HttpPost("verification")]
    [Needs(Need.Account)]
    [ProducesResponseType(StatusCodes.Status202Accepted)]
    public async Task<IActionResult> RequestVerification(CancellationToken cancellationToken)
    {
        await mediator.Send(new RequestVerificationCommand(User.Session().UserId), cancellationToken);
        return Accepted();
    }

    /// <summary>Verifies the user's email by a link that was sent there.</summary>
    /// <param name="request">The link's token.</param>
    /// <response code="204">Verified.</response>
    /// <response code="404"><c>linkNotFound</c>: the link was used, is older than 24 hours, or never existed.</response>
    /// <response code="409"><c>linkForAnother</c>: the link is for another account. Sign in with that one.</response>
    [HttpPost("verify-email")]
    [Needs(Need.Account)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> VerifyEmail(VerifyEmailRequest request, CancellationToken cancellationToken)
    {
        await mediator.Send(new VerifyEmailCommand(User.Session().UserId, request.Token), cancellationToken);
        return NoContent();
    }

    /// <summary>Returns what this server offers to people who aren't signed in.</summary>
    /// <response code="200">Who can sign up, and whether it sends email.</response>
    [HttpGet("options")]
    [AllowAnonymous]
    public async Task<AccessOptionsResponse> Options(CancellationToken cancellationToken) =>
        (await mediator.Send(new GetAccessOptionsQuery(), cancellationToken)).Adapt<AccessOptionsResponse>();

    /// <summary>Signs out. The session ends, so copies of its cookie stop working too.</summary>
    /// <response code="204">Signed out.</response>
    [HttpPost("logout")]
    [Needs(Need.Account)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Logout(CancellationToken cancellationToken)
    {
        await cookie.EndAsync(HttpContext, cancellationToken);
        return NoContent();
    }

    /// <summary>Returns the signed-in user and the workspace.</summary>
    /// <response code="200">The user, the session's workspace, and all workspaces of the user.</response>
    [HttpGet("me")]
    [Needs(Need.Account)]
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
    [Needs(Need.Account)]
    [ProducesResponseType<SessionResponse>(StatusCodes.Status200OK)]
    public async Task<ActionResult<SessionResponse>> Switch(SwitchWorkspaceRequest request, CancellationToken cancellationToken)
    {
        var signedIn = await mediator.Send(new SwitchWorkspaceCommand(User.Session().UserId, request.WorkspaceId), cancellationToken);
        await cookie.MoveAsync(HttpContext, signedIn, cancellationToken);
        return signedIn.Adapt<SessionResponse>();
    }

    /// <summary>Says whether calls that answer <c>reauthenticationRequired</c> would be let through now. Ask it before a browser downloads an export.</summary>
    /// <response code="204">They would.</response>
    [HttpGet("confirm")]
    [Needs(Need.Account, Confirmed = true)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public IActionResult IsConfirmed() => NoContent();

    /// <summary>Shows again who is signed in, before calls that answer <c>reauthenticationRequired</c>. It counts for an hour, as signing in does.</summary>
    /// <param name="request">The password, and a code if the account has a second factor.</param>
    /// <response code="200">Shown. The response sets a new session cookie, and the previous session has ended.</response>
    /// <response code="401"><c>invalidCredentials</c>: the password is wrong; <c>invalidCode</c>: the code is wrong, or it was used before.</response>
    /// <response code="429"><c>tooManyAttempts</c>: too many were wrong from this IP address; <c>tooManyCodes</c>: too many of the app's codes were wrong for this account. Try again after Retry-After seconds.</response>
    [HttpPost("confirm")]
    [Needs(Need.Account)]
    [ProducesResponseType<SessionResponse>(StatusCodes.Status200OK)]
    public async Task<ActionResult<SessionResponse>> Confirm(ConfirmSessionRequest request, CancellationToken cancellationToken)
    {
        var signedIn = await mediator.Send(new ConfirmSessionCommand(User.Session(), request.Password, request.Code), cancellationToken);
        return await answers.CompleteAsync(HttpContext, signedIn, cancellationToken);
    }

    /// <summary>Changes the password and ends all other sessions of the user.</summary>
    /// <param name="request">The current and the new password.</param>
    /// <response code="200">Changed. The response sets a new session cookie. Other nodes end the other sessions within a minute.</response>
    /// <response code="401"><c>invalidCredentials</c>: the current password is wrong.</response>
    /// <response code="429"><c>tooManyAttempts</c>: too many wrong passwords. Try again after Retry-After seconds.</response>
    [HttpPost("password")]
    [Needs(Need.Account, Confirmed = true)]
    [ProducesResponseType<SessionResponse>(StatusCodes.Status200OK)]
    public async Task<ActionResult<SessionResponse>> ChangePassword(ChangePasswordRequest request, CancellationToken cancellationToken)
    {
        var session = User.Session();
        var signedIn = await mediator.Send(
            new ChangePasswordCommand(session.UserId, session.WorkspaceId, request.CurrentPassword, request.NewPassword), cancellationToken);
        await cookie.StartAsync(HttpContext, signedIn, cancellationToken);
        return signedIn.Adapt<SessionResponse>();
    }

    /// <summary>Lists the sessions of the user, the one used last first.</summary>
    /// <response code="200">All sessions in which the user is signed in.</response>
    [HttpGet("sessions")]
    [Needs(Need.Account)]
    public async Task<SessionsResponse> Sessions(CancellationToken cancellationToken)
    {
        var current = User.Session();
        var sessions = await mediator.Send(new ListSessionsQuery(current.UserId), cancellationToken);
        return new SessionsResponse([.. sessions.Select(session => new SessionItem(
            session.Id, session.Id == current.Id, session.Workspace, session.CreatedAt, session.LastUsedAt, session.EndsAt, session.Address, session.UserAgent))]);
    }

    /// <summary>Ends a session of the user: on this node at once, on others within a minute.</summary>
    /// <param name="id">The session.</param>
    /// <response code="204">Ended.</response>
    /// <response code="404"><c>sessionNotFound</c>: the user has no such session.</response>
    [HttpDelete("sessions/{id:guid}")]
    [Needs(Need.Account)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> EndSession(SessionId id, CancellationToken cancellationToken)
    {
        await mediator.Send(new EndSessionCommand(User.Session().UserId, id), cancellationToken);
        return NoContent();
    }

    /// <summary>Signs out everywhere: ends all sessions of the user, this one too.</summary>
    /// <response code="204">Signed out. Other nodes end the sessions within a minute.</response>
    [HttpDelete("sessions")]
    [Needs(Need.Account)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> EndAllSessions(CancellationToken cancellationToken)
    {
        await mediator.Send(new EndAllSessionsCommand(User.Session().UserId), cancellationToken);
        cookie.Delete(HttpContext);
        return NoContent();
    }
}
