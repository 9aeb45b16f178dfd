using Microsoft.Extensions.Primitives;

namespace Sendra.WebApi.Http;

/// <summary>What every answer tells browsers. The app's page has a policy of its own.</summary>
internal static class SecurityHeaders
{
    // An answer of the API is no page: nothing in it may load, run or be framed, should a browser ever show it.
    private const string Nothing = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    // Swagger UI is files of this server, which put styles into the page and call this server.
    private const string SwaggerPage =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string ReferrerPolicy = "Referrer-Policy";

    private static readonly PathString Api = "/api";
    private static readonly PathString Swagger = "/swagger";
    private static readonly StringValues OneYear = "max-age=31536000";

    public static void Set(HttpResponse response)
    {
        var request = response.HttpContext.Request;
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = request.Path.StartsWithSegments(Swagger) ? SwaggerPage : Nothing;
        }

        if (!headers.ContainsKey(ReferrerPolicy))
        {
            headers[ReferrerPolicy] = "no-referrer";
        }

        // What one caller may see is in no cache for the next one.
        if (headers.CacheControl.Count == 0 && request.Path.StartsWithSegments(Api))
        {
            headers.CacheControl = "no-store";
        }

        if (request.IsHttps)
        {
            headers.StrictTransportSecurity = OneYear;
        }
    }
}
