using Sendra.Application.Access;
using Sendra.Application.Common;

namespace Sendra.WebApi.Access;

/// <summary>Signing in with a cookie, and whose workspace a request may see.</summary>
internal static class SessionAccess
{
    public static IServiceCollection AddSessionAccess(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<HttpWorkspaceContext>();
        services.AddScoped<IWorkspaceContext>(provider => provider.GetRequiredService<HttpWorkspaceContext>());
        services.AddScoped<IWorkspaceScope>(provider => provider.GetRequiredService<HttpWorkspaceContext>());
        services.AddScoped<SessionCookie>();
        services.AddScoped<SessionCookieEvents>();
        services.AddAuthorization();
        services.AddAuthentication(SessionCookie.Scheme).AddCookie(SessionCookie.Scheme, options =>
        {
            options.Cookie.Name = SessionCookie.Name;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Cookie.Path = "/";
            options.CookieManager = new HostPrefixCookies();
            options.ExpireTimeSpan = ISessions.Lifetime;
            options.SlidingExpiration = true;
            options.EventsType = typeof(SessionCookieEvents);
        });
        return services;
    }

    public static IApplicationBuilder UseSessionAccess(this IApplicationBuilder app) => app
        .UseMiddleware<CrossSiteGuard>()
        .UseAuthentication()
        .UseAuthorization();
}
