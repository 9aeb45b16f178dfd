using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Sendra.Application.Access;

namespace Sendra.WebApi.Access;

/// <summary>Checks the session behind a cookie, and answers with a status where cookies would redirect.</summary>
internal sealed class SessionCookieEvents(ISessions sessions) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (context.Principal?.SessionOrNull() is not { } claims
            || !await sessions.IsLiveAsync(claims.SessionId, claims.UserId, claims.WorkspaceId, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
        }
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        Answer(context, StatusCodes.Status401Unauthorized);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) =>
        Answer(context, StatusCodes.Status403Forbidden);

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
