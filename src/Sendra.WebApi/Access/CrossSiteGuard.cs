using Sendra.WebApi.Errors;

namespace Sendra.WebApi.Access;

/// <summary>
/// Refuses writes that another site makes a browser send. Browsers say where a request comes from, and pages
/// can't change it; what says nothing is no browser and carries no one's cookie by accident.
/// </summary>
internal sealed class CrossSiteGuard(RequestDelegate next)
{
    // Mailbox providers unsubscribe for their users, and no session has a say in it (RFC 8058).
    private static readonly PathString Unsubscribing = "/u";

    // Webhooks come from anywhere and use no cookie. Where a key comes along, the cookie is not looked at, and no page can
    // make a browser send one.
    private static readonly PathString Webhooks = "/api/webhooks";

    public Task InvokeAsync(HttpContext context) => IsCrossSiteWrite(context.Request)
        ? context.WriteProblemAsync(StatusCodes.Status403Forbidden, "crossSite", "Other sites can't send this.")
        : next(context);

    private static bool IsCrossSiteWrite(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)
            || request.Path.StartsWithSegments(Webhooks)
            || request.Path.StartsWithSegments(Unsubscribing)
            || Credentials.NamesKey(request))
        {
            return false;
        }

        if (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site)
        {
            return site != "same-origin" && site != "none";
        }

        return request.Headers.Origin is { Count: > 0 } origin
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri)
                && string.Equals(uri.Authority, Authority(request, uri), StringComparison.OrdinalIgnoreCase));
    }

    // Without the scheme, which a proxy in front may have ended; a Uri leaves its default port out.
    private static string Authority(HttpRequest request, Uri origin) =>
        request.Host.Port is { } port && port != new UriBuilder(origin.Scheme, "host").Port ? $"{request.Host.Host}:{port}" : request.Host.Host;
}
