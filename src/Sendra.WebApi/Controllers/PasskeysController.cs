using Mapster;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Access;
using Sendra.Application.Access.AddPasskey;
using Sendra.Application.Access.ChallengePasskey;
using Sendra.Application.Access.ConfirmByPasskey;
using Sendra.Application.Access.ListPasskeys;
using Sendra.Application.Access.PreparePasskey;
using Sendra.Application.Access.RemovePasskey;
using Sendra.Application.Access.RenamePasskey;
using Sendra.Application.Access.SignInByPasskey;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts;
using Sendra.WebApi.Contracts.Access;
using Sendra.WebApi.Http;

namespace Sendra.WebApi.Controllers;

/// <summary>Passkeys sign people in without a password. They count as both factors. A person can have up to 20.</summary>
/// <param name="cookie">Hands out sessions.</param>
/// <param name="answers">Answers whoever has shown who they are.</param>
[ApiController]
[Route("api/auth")]
[Tags("Access")]
public sealed class PasskeysController(IMediator mediator, SessionCookie cookie, SignInAnswers answers) : ControllerBase
{
    /// <summary>Lists the passkeys of the user, oldest first.</summary>
    /// <response code="200">All of them.</response>
    [HttpGet("passkeys")]
    [Needs(Need.Account)]
    public async Task<PasskeysResponse> List(CancellationToken cancellationToken) =>
        new(await mediator.Send(new ListPasskeysQuery(User.Session().UserId), cancellationToken));

    /// <summary>Makes a challenge for a new passkey.</summary>
    /// <response code="200">The challenge, for <c>navigator.credentials.create()</c>.</response>
    [HttpPost("passkeys/challenge")]
    [Needs(Need.Account, Confirmed = true)]
    public async Task<PasskeyChallengeResponse> Prepare(CancellationToken cancellationToken) =>
        (await mediator.Send(new PreparePasskeyCommand(User.Session().UserId), cancellationToken)).Adapt<PasskeyChallengeResponse>();

    /// <summary>Adds a passkey, and ends all other sessions of the user.</summary>
    /// <param name="request">What the device answered, and the passkey's name.</param>
    /// <response code="201">Added. The response sets a new session cookie. Other nodes end the other sessions within a minute.</response>
    /// <response code="401"><c>invalidPasskey</c>: the answer is wrong, too late, or was used before.</response>
    /// <response code="409"><c>tooManyPasskeys</c>: the user has 20; <c>changedMeanwhile</c>: another call changed the account at the same time.</response>
    [HttpPost("passkeys")]
    [Needs(Need.Account, Confirmed = true)]
    [ProducesResponseType<PasskeyResult>(StatusCodes.Status201Created)]
    [ProducesResponseType<Problem>(StatusCodes.Status409Conflict)]
    public async Task<ActionResult<PasskeyResult>> Add(NewPasskeyRequest request, CancellationToken cancellationToken)
    {
        var (signedIn, passkey) = await mediator.Send(
            new AddPasskeyCommand(User.Session(), new PasskeyAnswer(request.Token, request.Credential), request.Name), cancellationToken);
        await cookie.StartAsync(HttpContext, signedIn, cancellationToken);
        return Created("/api/auth/passkeys", passkey);
    }

    /// <summary>Renames a passkey.</summary>
    /// <param name="id">The passkey.</param>
    /// <param name="request">The new name.</param>
    /// <response code="200">Renamed.</response>
    /// <response code="404"><c>passkeyNotFound</c>: the user has no such passkey.</response>
    [HttpPatch("passkeys/{id:guid}")]
    [Needs(Need.Account)]
    public Task<PasskeyResult> Rename(PasskeyId id, PasskeyNameRequest request, CancellationToken cancellationToken) =>
        mediator.Send(new RenamePasskeyCommand(User.Session().UserId, id, request.Name), cancellationToken);

    /// <summary>Removes a passkey, and ends all other sessions of the user.</summary>
    /// <param name="id">The passkey.</param>
    /// <response code="200">Removed. The response sets a new session cookie. Other nodes end the other sessions within a minute.</response>
    /// <response code="404"><c>passkeyNotFound</c>: the user has no such passkey.</response>
    [HttpDelete("passkeys/{id:guid}")]
    [Needs(Need.Account, Confirmed = true)]
    public async Task<SessionResponse> Remove(PasskeyId id, CancellationToken cancellationToken)
    {
        var signedIn = await mediator.Send(new RemovePasskeyCommand(User.Session(), id), cancellationToken);
        await cookie.StartAsync(HttpContext, signedIn, cancellationToken);
        return signedIn.Adapt<SessionResponse>();
    }

    /// <summary>Makes a challenge for a passkey to sign in with, or to show again who is signed in.</summary>
    /// <response code="200">The challenge, for <c>navigator.credentials.get()</c>.</response>
    [HttpPost("login/passkey/challenge")]
    [AllowAnonymous]
    public async Task<PasskeyChallengeResponse> Challenge(CancellationToken cancellationToken) =>
        (await mediator.Send(new ChallengePasskeyCommand(), cancellationToken)).Adapt<PasskeyChallengeResponse>();

    /// <summary>Signs in by a passkey, to the workspace that the user used last. No second factor is asked for.</summary>
    /// <param name="request">What the device answered.</param>
    /// <response code="200">Signed in. The response sets the session cookie, and the previous session has ended.</response>
    /// <response code="401"><c>invalidPasskey</c>: the passkey isn't known, or the answer is wrong, too late, or was used before.</response>
    [HttpPost("login/passkey")]
    [AllowAnonymous]
    [RequestSizeLimit(HttpServer.MaxAnonymousBodyBytes)]
    public async Task<SessionResponse> SignIn(PasskeyAnswerRequest request, CancellationToken cancellationToken)
    {
        var signedIn = await mediator.Send(new SignInByPasskeyCommand(new PasskeyAnswer(request.Token, request.Credential)), cancellationToken);
        return await answers.CompleteAsync(HttpContext, signedIn, cancellationToken);
    }

    /// <summary>Shows again who is signed in by a passkey, as <c>POST /api/auth/confirm</c> does by a password.</summary>
    /// <param name="request">What the device answered.</param>
    /// <response code="200">Shown. The response sets a new session cookie, and the previous session has ended.</response>
    /// <response code="401"><c>invalidPasskey</c>: the passkey isn't the user's, or the answer is wrong, too late, or was used before.</response>
    [HttpPost("confirm/passkey")]
    [Needs(Need.Account)]
    public async Task<SessionResponse> Confirm(PasskeyAnswerRequest request, CancellationToken cancellationToken)
    {
        var signedIn = await mediator.Send(new ConfirmByPasskeyCommand(User.Session(), new PasskeyAnswer(request.Token, request.Credential)), cancellationToken);
        return await answers.CompleteAsync(HttpContext, signedIn, cancellationToken);
    }
}
