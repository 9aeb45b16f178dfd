using Mapster;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Access;
using Sendra.Application.Access.GetSecondFactor;
using Sendra.Application.Access.PrepareAuthenticator;
using Sendra.Application.Access.RenewRecoveryCodes;
using Sendra.Application.Access.TurnOffSecondFactor;
using Sendra.Application.Access.TurnOnSecondFactor;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts.Access;

namespace Sendra.WebApi.Controllers;

/// <summary>The second factor of the signed-in user: an authenticator app, and recovery codes for when it is lost.</summary>
/// <param name="cookie">Hands out sessions.</param>
[ApiController]
[Route("api/auth/second-factor")]
[Tags("Access")]
public sealed class SecondFactorController(IMediator mediator, SessionCookie cookie) : ControllerBase
{
    /// <summary>Returns whether the second factor is on.</summary>
    /// <response code="200">Whether it is on, since when, and how many recovery codes are unused.</response>
    [HttpGet]
    [Needs(Need.Account)]
    public Task<SecondFactorState> Get(CancellationToken cancellationToken) =>
        mediator.Send(new GetSecondFactorQuery(User.Session().UserId), cancellationToken);

    /// <summary>Makes a secret for an authenticator app. Confirm it within an hour by a code of the app; nothing changes before.</summary>
    /// <response code="200">The secret.</response>
    /// <response code="409"><c>changedMeanwhile</c>: another call changed it at the same time. Try again.</response>
    [HttpPost]
    [Needs(Need.Account, Confirmed = true)]
    public async Task<AuthenticatorKeyResponse> Prepare(CancellationToken cancellationToken) =>
        (await mediator.Send(new PrepareAuthenticatorCommand(User.Session().UserId), cancellationToken)).Adapt<AuthenticatorKeyResponse>();

    /// <summary>Turns the second factor on, or replaces the authenticator app, and ends all other sessions of the user.</summary>
    /// <param name="request">A code of the app, which proves that it has the secret.</param>
    /// <response code="200">On. The response sets a new session cookie, and shows new recovery codes. Other nodes end the other sessions within a minute.</response>
    /// <response code="401"><c>invalidCode</c>: the code is wrong.</response>
    /// <response code="409"><c>notPrepared</c>: there is no secret to confirm, or it is older than an hour; <c>changedMeanwhile</c>: another call changed it at the same time.</response>
    [HttpPut]
    [Needs(Need.Account, Confirmed = true)]
    public async Task<RecoveryCodesResponse> TurnOn(CodeRequest request, CancellationToken cancellationToken)
    {
        var (signedIn, codes) = await mediator.Send(new TurnOnSecondFactorCommand(User.Session(), request.Code), cancellationToken);
        await cookie.StartAsync(HttpContext, signedIn, cancellationToken);
        return RecoveryCodesResponse.From(codes);
    }

    /// <summary>Turns the second factor off, and ends all other sessions of the user. The recovery codes stop working.</summary>
    /// <response code="200">Off. The response sets a new session cookie. Other nodes end the other sessions within a minute.</response>
    [HttpDelete]
    [Needs(Need.Account, Confirmed = true)]
    public async Task<SessionResponse> TurnOff(CancellationToken cancellationToken)
    {
        var signedIn = await mediator.Send(new TurnOffSecondFactorCommand(User.Session()), cancellationToken);
        await cookie.StartAsync(HttpContext, signedIn, cancellationToken);
        return signedIn.Adapt<SessionResponse>();
    }

    /// <summary>Replaces the recovery codes. The old ones stop working.</summary>
    /// <response code="200">The new ones.</response>
    /// <response code="409"><c>secondFactorOff</c>: there are none without a second factor; <c>changedMeanwhile</c>: another call changed them at the same time.</response>
    [HttpPost("recovery-codes")]
    [Needs(Need.Account, Confirmed = true)]
    public async Task<RecoveryCodesResponse> RenewRecoveryCodes(CancellationToken cancellationToken) =>
        RecoveryCodesResponse.From(await mediator.Send(new RenewRecoveryCodesCommand(User.Session().UserId), cancellationToken));
}
