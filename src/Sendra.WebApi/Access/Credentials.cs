using Sendra.Application.Access;
using Sendra.Domain.Access;

namespace Sendra.WebApi.Access;

/// <summary>
/// Finds out who calls. A Bearer key wins over a cookie, and a wrong one is not made good by it: a program says whose it
/// is, while a cookie may just have come along.
/// </summary>
internal sealed class Credentials(ISessions sessions, IApiKeys keys, SessionCookie cookie)
{
    private const string Bearer = "Bearer";

    /// <summary>True when the request names a key, right or wrong. Other schemes are a proxy's business.</summary>
    public static bool HasBearer(HttpRequest request) => BearerOf(request) is not null;

    /// <summary>Who calls; null when nobody is known.</summary>
    public async ValueTask<CallerIdentity?> FindAsync(HttpContext http)
    {
        if (BearerOf(http.Request) is { } text)
        {
            return ApiKeySecret.TryParse(text, out var secret) && await keys.FindAsync(secret, http.RequestAborted) is { } key
                ? new CallerIdentity(CallerAuthentication.SchemeName, key)
                : null;
        }

        if (cookie.Read(http.Request) is not { } value || await sessions.FindAsync(value, http.Client(), http.RequestAborted) is not { } session)
        {
            return null;
        }

        if (session.IsExtended && !http.Response.HasStarted)
        {
            cookie.Set(http, value, session.EndsAt);
        }

        return new CallerIdentity(CallerAuthentication.SchemeName, session);
    }

    /// <summary>For requests that outlive the check at their beginning: false when the session or key has ended since.</summary>
    public async ValueTask<bool> AreStillGoodAsync(HttpContext http) => http.User.Caller() is null || await FindAsync(http) is not null;

    private static string? BearerOf(HttpRequest request)
    {
        if (request.Headers.Authorization.Count == 0)
        {
            return null;
        }

        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && (header.Length == Bearer.Length || header[Bearer.Length] == ' ')
            ? header[Bearer.Length..].Trim()
            : null;
    }
}
