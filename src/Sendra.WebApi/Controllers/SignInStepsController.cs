using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Access.CompleteSignIn;
using Sendra.Application.Access.GetHalfSignIn;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts.Access;
using Sendra.WebApi.Http;

namespace Sendra.WebApi.Controllers;

/// <summary>The second step of a sign-in.</summary>
[ApiController]
[Route("api/auth/login/second-factor")]
[Tags("Access")]
public sealed class SignInStepsController(IMediator mediator, SignInAnswers answers) : ControllerBase
{
    /// <summary>Says whether a sign-in waits for its second factor.</summary>
    /// <response code="200">It does. Nobody is signed in yet.</response>
    /// <response code="401"><c>signInExpired</c>: none does. Begin with <c>POST /api/auth/login</c>.</response>
    [HttpGet]
    [AllowAnonymous]
    [ProducesResponseType<SecondFactorNeededResponse>(StatusCodes.Status200OK)]
    public async Task<SecondFactorNeededResponse> Show(CancellationToken cancellationToken) =>
        new(SecondFactorNeededResponse.Required, (await mediator.Send(new GetHalfSignInQuery(answers.Half(Request)), cancellationToken)).EndsAt);

    /// <summary>Signs in by the second factor, after the password.</summary>
    /// <param name="request">A code of the authenticator app, or a recovery code. Each works once.</param>
    /// <response code="200">Signed in. The response sets the session cookie, and the previous session has ended.</response>
    /// <response code="401"><c>invalidCode</c>: the code is wrong, or it was used before; <c>signInExpired</c>: begin anew with <c>POST /api/auth/login</c>.</response>
    /// <response code="429"><c>tooManyAttempts</c>: too many were wrong from this IP address; <c>tooManyCodes</c>: too many of the app's codes were wrong for this account. Try again after Retry-After seconds.</response>
    [HttpPost]
    [AllowAnonymous]
    [RequestSizeLimit(HttpServer.MaxAnonymousBodyBytes)]
    [ProducesResponseType<SessionResponse>(StatusCodes.Status200OK)]
    public async Task<ActionResult<SessionResponse>> Complete(CodeRequest request, CancellationToken cancellationToken)
    {
        var signedIn = await mediator.Send(new CompleteSignInCommand(answers.Half(Request), request.Code), cancellationToken);
        return await answers.CompleteAsync(HttpContext, signedIn, cancellationToken);
    }
}
