using System.Security.Cryptography;
using System.Text;

namespace Sendra.WebApi.AdminApp;

/// <summary>
/// Answers browsers with the app's one page at every address that is neither an endpoint nor a file; the app finds
/// its way from there.
/// </summary>
/// <param name="next">What answers the rest.</param>
/// <param name="file">Where the page is.</param>
internal sealed class AdminAppPage(RequestDelegate next, string file)
{
    public const string FileName = "index.html";

    // Vite writes it wherever a nonce belongs (vite.config.ts).
    private const string NoncePlaceholder = "{csp-nonce}";

    // An unknown address under these is a mistake in a call, not a page.
    private static readonly PathString[] NotPages = ["/api", "/swagger", "/health", "/metrics", "/assets", "/u", "/compat"];

    public Task InvokeAsync(HttpContext context) => IsPage(context) ? WriteAsync(context) : next(context);

    private static bool IsPage(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && context.GetEndpoint() is null
        && !Array.Exists(NotPages, path => context.Request.Path.StartsWithSegments(path))
        && (!Path.HasExtension(context.Request.Path) || context.Request.Path == $"/{FileName}");

    private async Task WriteAsync(HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var page = await File.ReadAllTextAsync(file, context.RequestAborted);
        var response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = Policy(nonce);
        response.Headers["Referrer-Policy"] = "same-origin";
        await response.WriteAsync(page.Replace(NoncePlaceholder, nonce, StringComparison.Ordinal), Encoding.UTF8, context.RequestAborted);
    }

    // Only this server's files. The component library puts style elements into the page, which carry the nonce. Emails are shown in frames
    // without scripts, which take over this policy: their pictures may be anywhere.
    private static string Policy(string nonce) => string.Join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        $"style-src 'self' 'nonce-{nonce}'",
        "img-src 'self' data: https:",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'");
}
