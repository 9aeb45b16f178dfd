using Microsoft.AspNetCore.Authentication.Cookies;

namespace Sendra.WebApi.Access;

/// <summary>
/// Puts <c>__Host-</c> before the cookie's name over HTTPS: browsers then take it only from this host, for all
/// paths, and never over plain HTTP. Over HTTP they would refuse such a name.
/// </summary>
internal sealed class HostPrefixCookies : ICookieManager
{
    private readonly ChunkingCookieManager _inner = new();

    public string? GetRequestCookie(HttpContext context, string key) => _inner.GetRequestCookie(context, NameFor(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _inner.AppendResponseCookie(context, NameFor(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _inner.DeleteCookie(context, NameFor(context, key), options);

    private static string NameFor(HttpContext context, string key) => context.Request.IsHttps ? $"__Host-{key}" : key;
}
