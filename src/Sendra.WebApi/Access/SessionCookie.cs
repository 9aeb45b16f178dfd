using Sendra.Application.Access;
using Sendra.WebApi.Webhooks;

namespace Sendra.WebApi.Access;

/// <summary>
/// Hands out and takes back the session cookie. Over HTTPS its name begins with <c>__Host-</c>: browsers then take it
/// only from this host, for all paths, and never over plain HTTP. Over HTTP they would refuse such a name. Where <c>PublicUrl</c> begins with
/// https, people come over HTTPS, whatever reaches this server.
/// </summary>
public sealed class SessionCookie(ISessions sessions, PublicUrl publicUrl, TimeProvider clock)
{
    /// <summary>The cookie's name over plain HTTP.</summary>
    public const string Name = "sendra_session";

    private const string SecureName = $"__Host-{Name}";

    /// <summary>The text of the request's cookie, or null.</summary>
    public string? Read(HttpRequest request) =>
        request.Headers.Cookie.Count > 0 && request.Cookies.TryGetValue(NameFor(request), out var value) ? value : null;

    /// <summary>A new session at any change of it; the one that came with the request ends.</summary>
    public Task MoveAsync(HttpContext http, SignedIn signedIn, CancellationToken cancellationToken) => StartAsync(http, signedIn, anew: false, cancellationToken);

    /// <summary>A new session of a person who has just shown who they are; the one that came with the request ends.</summary>
    public Task StartAsync(HttpContext http, SignedIn signedIn, CancellationToken cancellationToken) => StartAsync(http, signedIn, anew: true, cancellationToken);

    /// <summary>Ends the session; a copy of the cookie is worth nothing any more.</summary>
    public async Task EndAsync(HttpContext http, CancellationToken cancellationToken)
    {
        await sessions.EndAsync(http.User.Session().Id, cancellationToken);
        Delete(http);
    }

    /// <summary>Takes the cookie back.</summary>
    public void Delete(HttpContext http) => http.Response.Cookies.Delete(NameFor(http.Request), Options(http, null));

    /// <summary>Gives the browser the cookie for as long as a session lives unused.</summary>
    /// <param name="endsAt">When the session ends, however much it is used.</param>
    public void Set(HttpContext http, string value, DateTimeOffset endsAt)
    {
        var left = endsAt - clock.GetUtcNow();
        http.Response.Cookies.Append(NameFor(http.Request), value, Options(http, left < ISessions.Lifetime ? left : ISessions.Lifetime));
    }

    private async Task StartAsync(HttpContext http, SignedIn signedIn, bool anew, CancellationToken cancellationToken)
    {
        var session = await sessions.StartAsync(signedIn, http.Client(), http.User.SessionOrNull(), anew, cancellationToken);
        Set(http, session.Cookie, session.EndsAt);
    }

    private CookieOptions Options(HttpContext http, TimeSpan? maxAge) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = IsSecure(http.Request),
        Path = "/",
        MaxAge = maxAge,
    };

    private string NameFor(HttpRequest request) => IsSecure(request) ? SecureName : Name;

    private bool IsSecure(HttpRequest request) => request.IsHttps || publicUrl.IsSecure;
}
