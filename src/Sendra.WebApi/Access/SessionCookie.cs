using Sendra.Application.Access;

namespace Sendra.WebApi.Access;

/// <summary>
/// Hands out and takes back the session cookie. Over HTTPS its name begins with <c>__Host-</c>: browsers then take it
/// only from this host, for all paths, and never over plain HTTP. Over HTTP they would refuse such a name.
/// </summary>
public sealed class SessionCookie(ISessions sessions)
{
    /// <summary>The cookie's name over plain HTTP.</summary>
    public const string Name = "sendra_session";

    private const string SecureName = $"__Host-{Name}";

    /// <summary>The text of the request's cookie, or null.</summary>
    public static string? Read(HttpRequest request) =>
        request.Headers.Cookie.Count > 0 && request.Cookies.TryGetValue(NameFor(request), out var value) ? value : null;

    /// <summary>A new session at sign-in and at any change of it; the one that came with the request ends.</summary>
    public async Task StartAsync(HttpContext http, SignedIn signedIn, CancellationToken cancellationToken) =>
        Set(http, await sessions.StartAsync(signedIn, http.User.SessionOrNull()?.Id, cancellationToken));

    /// <summary>Ends the session; a copy of the cookie is worth nothing any more.</summary>
    public async Task EndAsync(HttpContext http, CancellationToken cancellationToken)
    {
        await sessions.EndAsync(http.User.Session().Id, cancellationToken);
        http.Response.Cookies.Delete(NameFor(http.Request), Options(http, null));
    }

    /// <summary>Gives the browser the cookie for as long as a session lives unused.</summary>
    public void Set(HttpContext http, string value) =>
        http.Response.Cookies.Append(NameFor(http.Request), value, Options(http, ISessions.Lifetime));

    private static CookieOptions Options(HttpContext http, TimeSpan? maxAge) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        Path = "/",
        MaxAge = maxAge,
    };

    private static string NameFor(HttpRequest request) => request.IsHttps ? SecureName : Name;
}
