using System.Text;
using Sendra.Application.Access;
using Sendra.Domain.Access;
using Sendra.WebApi.Compat.Common;
using Sendra.WebApi.Http;

namespace Sendra.WebApi.Access;

/// <summary>
/// Finds out who calls. A key wins over a cookie, and a wrong one is not made good by it: a program says whose it
/// is, while a cookie may just have come along.
/// </summary>
internal sealed class Credentials(ISessions sessions, IApiKeys keys, SessionCookie cookie, TimeProvider clock)
{
    private static readonly object Expired = new();

    private const string Bearer = "Bearer";
    private const string Basic = "Basic";

    /// <summary>True when the request names a key, right or wrong. Other schemes than Bearer are a proxy's business, save where other products' clients use Basic.</summary>
    public static bool NamesKey(HttpRequest request) => KeyOf(request) is not null;

    /// <summary>True when nobody was found because the request's key has expired.</summary>
    public static bool HasExpired(HttpContext http) => http.Items.ContainsKey(Expired);

    /// <summary>Who calls; null when nobody is known.</summary>
    public async ValueTask<CallerIdentity?> FindAsync(HttpContext http)
    {
        var caller = await LookUpAsync(http);
        if (caller?.Session is { IsExtended: true } session && !http.Response.HasStarted)
        {
            cookie.Set(http, cookie.Read(http.Request)!, session.EndsAt);
        }

        return caller;
    }

    /// <summary>For requests that outlive the check at their beginning: false when the session or key has ended since.</summary>
    public async ValueTask<bool> AreStillGoodAsync(HttpContext http) => http.User.Caller() is null || await LookUpAsync(http) is not null;

    private async ValueTask<CallerIdentity?> LookUpAsync(HttpContext http)
    {
        var text = BodyKey.IsLookedFor(http.Request) ? await http.PeekBodyAsync(BodyKey.MaxBodyBytes, BodyKey.In) : KeyOf(http.Request);
        if (text is not null)
        {
            return ApiKeySecret.TryParse(text, out var secret) && await keys.FindAsync(secret, http.RequestAborted) is { } key ? Of(http, key) : null;
        }

        return cookie.Read(http.Request) is { } value && await sessions.FindAsync(value, http.Client(), http.RequestAborted) is { } session
            ? new CallerIdentity(CallerAuthentication.SchemeName, session)
            : null;
    }

    private CallerIdentity? Of(HttpContext http, KnownApiKey key)
    {
        if (key.HasExpired(clock.GetUtcNow()))
        {
            http.Items[Expired] = true;
            return null;
        }

        return new CallerIdentity(CallerAuthentication.SchemeName, key, key.AllowedNetworks?.Has(http.Connection.RemoteIpAddress) is not false);
    }

    private static string? KeyOf(HttpRequest request)
    {
        if (request.Headers.Authorization.Count == 0)
        {
            return null;
        }

        var header = request.Headers.Authorization.ToString();
        return After(Bearer, header) ?? (request.IsCompat() && After(Basic, header) is { } basic ? KeyIn(basic) : null);
    }

    private static string? After(string scheme, string header) =>
        header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && (header.Length == scheme.Length || header[scheme.Length] == ' ')
            ? header[scheme.Length..].Trim()
            : null;

    // Some have the key for a user name and no password, others a name that says nothing here and the key for a password.
    private static string KeyIn(string basic)
    {
        var bytes = new byte[basic.Length];
        if (!Convert.TryFromBase64String(basic, bytes, out var length))
        {
            return "";
        }

        var pair = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return pair is [_, { Length: > 0 } password] ? password : pair[0];
    }
}
