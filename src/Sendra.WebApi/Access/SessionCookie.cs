using Microsoft.AspNetCore.Authentication;
using Sendra.Application.Access;

namespace Sendra.WebApi.Access;

/// <summary>Hands out and takes back the session cookie (W2).</summary>
internal sealed class SessionCookie(ISessions sessions, IHttpContextAccessor accessor)
{
    /// <summary>The cookie's name; <c>__Host-</c> comes before it over HTTPS.</summary>
    public const string Name = "sendra_session";

    /// <summary>The authentication scheme.</summary>
    public const string Scheme = "session";

    private HttpContext Http => accessor.HttpContext!;

    /// <summary>A new session at sign-in; the one that came with the request ends.</summary>
    public async Task StartAsync(SignedIn signedIn, CancellationToken cancellationToken)
    {
        var id = await sessions.StartAsync(signedIn.User.Id, Http.User.SessionOrNull()?.SessionId, cancellationToken);
        await SetAsync(new SessionClaims(id, signedIn.User.Id, signedIn.Workspace.Id));
    }

    /// <summary>The same session in another workspace.</summary>
    public Task MoveAsync(SignedIn signedIn) => SetAsync(Http.User.Session() with { WorkspaceId = signedIn.Workspace.Id });

    /// <summary>Ends the session; a copy of the cookie is worth nothing any more.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await sessions.EndAsync(Http.User.Session().SessionId, cancellationToken);
        await Http.SignOutAsync(Scheme);
    }

    private Task SetAsync(SessionClaims claims) =>
        Http.SignInAsync(Scheme, claims.ToPrincipal(), new AuthenticationProperties { IsPersistent = true });
}
