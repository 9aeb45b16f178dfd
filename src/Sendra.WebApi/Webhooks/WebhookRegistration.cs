using Sendra.Application.Common;

namespace Sendra.WebApi.Webhooks;

/// <summary>What webhook URLs need: their public base, and that their tokens stay secret.</summary>
internal static class WebhookRegistration
{
    public static IServiceCollection AddWebhookUrls(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(PublicUrl.From(configuration))
        .AddSingleton<IPublicAddress, PublicAddress>()
        .AddSingleton<IHttpContextFactory, TokenHidingContextFactory>()

        // Kestrel repeats the URL of a request that is no HTTP in its line about it, whatever the level.
        .AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel.BadRequests", LogLevel.None));
}
