using Sendra.Application.Access;
using Sendra.WebApi.Webhooks;

namespace Sendra.WebApi.Access;

/// <summary>Hands out and takes back the session cookie.</summary>
public sealed class SessionCookie(ISessions sessions, PublicUrl publicUrl, TimeProvider clock)
{
    /// <summary>The cookie's name over plain HTTP.</summary>
    public const string Name = "sendra_session";

    private readonly AccessCookie _cookie = new(publicUrl, Name, SameSiteMode.Lax);

    /// <summary>The text of the request's cookie, or null.</summary>
    public string? Read(HttpRequest request) => _cookie.Read(request);

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
    public void Delete(HttpContext http) => _cookie.Delete(http);

    /// <summary>Gives the browser the cookie for as long as a session lives unused.</summary>
    /// <param name="endsAt">When the session ends, however much it is used.</param>
    public void Set(HttpContext http, string value, DateTimeOffset endsAt)
    {
        var left = endsAt - clock.GetUtcNow();
        _cookie.Set(http, value, left < ISessions.Lifetime ? left : ISessions.Lifetime);
    }

    private async Task StartAsync(HttpContext http, SignedIn signedIn, bool anew, CancellationToken cancellationToken)
    {
        var session = await sessions.StartAsync(signedIn, http.Client(), http.User.SessionOrNull(), anew, cancellationToken);
        Set(http, session.Cookie, session.EndsAt);
    }
}
