using Sendra.WebApi.Webhooks;

namespace Sendra.WebApi.Access;

/// <summary>
/// A cookie that scripts can't read. Over HTTPS its name begins with <c>__Host-</c>: browsers then take it
/// only from this host, for all paths, and never over plain HTTP. Over HTTP they would refuse such a name. Where <c>PublicUrl</c> begins with
/// https, people come over HTTPS, whatever reaches this server.
/// </summary>
/// <param name="name">The name over plain HTTP.</param>
/// <param name="sameSite">Whether it comes along when another site links here.</param>
internal sealed class AccessCookie(PublicUrl publicUrl, string name, SameSiteMode sameSite)
{
    private readonly string _secureName = $"__Host-{name}";

    /// <summary>The text of the request's cookie, or null.</summary>
    public string? Read(HttpRequest request) =>
        request.Headers.Cookie.Count > 0 && request.Cookies.TryGetValue(NameFor(request), out var value) ? value : null;

    public void Set(HttpContext http, string value, TimeSpan maxAge) => http.Response.Cookies.Append(NameFor(http.Request), value, Options(http, maxAge));

    /// <summary>Takes it back.</summary>
    public void Delete(HttpContext http) => http.Response.Cookies.Delete(NameFor(http.Request), Options(http, null));

    private CookieOptions Options(HttpContext http, TimeSpan? maxAge) => new()
    {
        HttpOnly = true,
        SameSite = sameSite,
        Secure = IsSecure(http.Request),
        Path = "/",
        MaxAge = maxAge,
    };

    private string NameFor(HttpRequest request) => IsSecure(request) ? _secureName : name;

    private bool IsSecure(HttpRequest request) => request.IsHttps || publicUrl.IsSecure;
}
