using Mapster;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Sendra.Application.Access;
using Sendra.Application.Access.ListProviderLinks;
using Sendra.Application.Access.UnlinkProvider;
using Sendra.Domain.Common;
using Sendra.WebApi.Access;
using Sendra.WebApi.Access.Providers;
using Sendra.WebApi.Contracts.Access;
using Sendra.WebApi.Http;

namespace Sendra.WebApi.Controllers;

/// <summary>Signing in by OpenID Connect providers. <c>GET /api/auth/options</c> lists them.</summary>
/// <param name="cookie">Hands out sessions.</param>
[ApiController]
[Route("api/auth/providers")]
[Tags("Access")]
public sealed partial class ProvidersController(IMediator mediator, SignInProviders providers, SessionCookie cookie, TimeProvider clock, ILogger<ProvidersController> logger) : ControllerBase
{
    /// <summary>Begins to sign in by a provider. The browser comes back signed in, or with the reason why not as <c>problem</c> in the query of the sign-in page.</summary>
    /// <remarks>
    /// A person whom the provider has let in before is signed in. Else the provider must say that the email is the person's: an account that has verified the
    /// same email is linked; without an account, the person signs up, if this server lets them. A second factor is asked for as after a password.
    /// </remarks>
    /// <param name="provider">The provider's key.</param>
    /// <param name="request">What to do then.</param>
    /// <response code="200">Where to send the browser. The response sets cookies that it comes back with.</response>
    /// <response code="404"><c>providerNotFound</c>: there is no such provider.</response>
    /// <response code="409"><c>providerUnavailable</c>: the provider can't be reached.</response>
    [HttpPost("{provider}/sign-in")]
    [AllowAnonymous]
    [RequestSizeLimit(HttpServer.MaxAnonymousBodyBytes)]
    public Task<ProviderVisitResponse> SignIn(string provider, ProviderVisitRequest request) =>
        VisitAsync(provider, ProviderVisit.Begin(clock.GetUtcNow(), request.Next, request.Invitation));

    /// <summary>Begins to link a provider to the account, so that it signs in as well.</summary>
    /// <param name="provider">The provider's key.</param>
    /// <response code="200">Where to send the browser. The response sets cookies that it comes back with, to the Account page.</response>
    /// <response code="404"><c>providerNotFound</c>: there is no such provider.</response>
    /// <response code="409"><c>providerUnavailable</c>: the provider can't be reached.</response>
    [HttpPost("{provider}/link")]
    [Needs(Need.Account, Confirmed = true)]
    public Task<ProviderVisitResponse> Link(string provider) =>
        VisitAsync(provider, ProviderVisit.Begin(clock.GetUtcNow(), "/account", linkTo: User.Session().UserId));

    /// <summary>Lists the providers that the user signs in with, oldest link first.</summary>
    /// <response code="200">All of them.</response>
    [HttpGet("links")]
    [Needs(Need.Account)]
    public async Task<ProviderLinksResponse> Links(CancellationToken cancellationToken) =>
        new(await mediator.Send(new ListProviderLinksQuery(User.Session().UserId), cancellationToken));

    /// <summary>Unlinks a provider, and ends all other sessions of the user.</summary>
    /// <param name="id">The link.</param>
    /// <response code="200">Unlinked. The response sets a new session cookie. Other nodes end the other sessions within a minute.</response>
    /// <response code="404"><c>linkNotFound</c>: the user has no such link.</response>
    /// <response code="409"><c>lastSignIn</c>: the user has no password, no passkey and no other link.</response>
    [HttpDelete("links/{id:guid}")]
    [Needs(Need.Account, Confirmed = true)]
    public async Task<SessionResponse> Unlink(ProviderLinkId id, CancellationToken cancellationToken)
    {
        var signedIn = await mediator.Send(new UnlinkProviderCommand(User.Session(), id), cancellationToken);
        await cookie.StartAsync(HttpContext, signedIn, cancellationToken);
        return signedIn.Adapt<SessionResponse>();
    }

    private async Task<ProviderVisitResponse> VisitAsync(string key, ProviderVisit visit)
    {
        if (providers.All.All(provider => provider.Key != key))
        {
            throw new NotFoundException("provider");
        }

        try
        {
            await HttpContext.ChallengeAsync(ProviderSetting.SchemeOf(key), visit.ToProperties());
        }
        catch (Exception exception) when (exception is InvalidOperationException or HttpRequestException or IOException)
        {
            // Its discovery document couldn't be read, or is another's.
            LogUnavailable(logger, key, exception.Message);
            throw new ProviderRefusedException("providerUnavailable", "The provider can't be reached. Try again later, or sign in otherwise.");
        }

        // A program reads where to go; only the browser goes there.
        var url = Response.Headers.Location.ToString();
        Response.Headers.Remove(HeaderNames.Location);
        Response.StatusCode = StatusCodes.Status200OK;
        return new ProviderVisitResponse(url);
    }

    [LoggerMessage(LogLevel.Warning, "The provider {Provider} can't be asked to sign people in: {Problem}")]
    private static partial void LogUnavailable(ILogger logger, string provider, string problem);
}
