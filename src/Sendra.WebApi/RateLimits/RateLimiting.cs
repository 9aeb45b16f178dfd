using Sendra.Application.Access;

namespace Sendra.WebApi.RateLimits;

/// <summary>How much anyone may ask of this node (W5).</summary>
internal static class RateLimiting
{
    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(RateLimitSettings.From(configuration))
        .AddSingleton<ISignInThrottle, SignInThrottle>();
}
