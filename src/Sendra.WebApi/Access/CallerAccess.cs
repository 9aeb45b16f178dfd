using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Sendra.Application.Common;

namespace Sendra.WebApi.Access;

/// <summary>Who calls, what they may do, and whose workspace a request may see.</summary>
internal static class CallerAccess
{
    public static IServiceCollection AddCallerAccess(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<HttpWorkspaceContext>();
        services.AddSingleton<IActorContext, HttpActor>();
        services.AddScoped<IWorkspaceContext>(provider => provider.GetRequiredService<HttpWorkspaceContext>());
        services.AddScoped<IWorkspaceScope>(provider => provider.GetRequiredService<HttpWorkspaceContext>());
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<SignInAnswers>();
        services.AddPasskeyDomain();
        services.AddSingleton<Credentials>();
        services.AddAuthentication(CallerAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, CallerAuthentication>(CallerAuthentication.SchemeName, null);
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalAnswers>();
        services.AddAuthorization();
        return services;
    }

    public static IApplicationBuilder UseCallerAccess(this IApplicationBuilder app) => app
        .UseMiddleware<CrossSiteGuard>()
        .UseAuthentication()
        .UseAuthorization()
        .UseMiddleware<WorkspaceGuard>();

    /// <summary>An endpoint that forgot to say what it needs is not open to everyone.</summary>
    public static IEndpointConventionBuilder NeedSessionUnlessSaid(this IEndpointConventionBuilder endpoints)
    {
        endpoints.Finally(endpoint =>
        {
            if (!endpoint.Metadata.Any(data => data is IAllowAnonymous or IAuthorizeData))
            {
                endpoint.Metadata.Add(new NeedsAttribute(Need.Session));
            }
        });
        return endpoints;
    }
}
