using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Sendra.WebApi.Errors;

namespace Sendra.WebApi.Access;

/// <summary>The one authentication scheme: session cookie or API key, see <see cref="Credentials"/>.</summary>
internal sealed class CallerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Credentials credentials)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string SchemeName = "sendra";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync() => await credentials.FindAsync(Context) is { } caller
        ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(caller), SchemeName))
        : AuthenticateResult.NoResult();

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Credentials.HasExpired(Context))
        {
            Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer realm=\"Sendra\", error=\"invalid_token\"";
            return Context.WriteProblemAsync(401, "apiKeyExpired", "The API key has expired. Create another one.");
        }

        if (Credentials.NamesKey(Request))
        {
            Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer realm=\"Sendra\", error=\"invalid_token\"";
            return Context.WriteProblemAsync(401, "invalidApiKey", "The API key is unknown, revoked or mistyped.");
        }

        Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer realm=\"Sendra\"";
        return Context.WriteProblemAsync(401, detail: "Sign in, or send an API key as Authorization: Bearer.");
    }
}
