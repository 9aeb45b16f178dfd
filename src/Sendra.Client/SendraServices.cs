using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sendra.Client.Common;
using Sendra.Client.Http;
using Sendra.Client.Sending;

namespace Sendra.Client;

/// <summary>Sendra for dependency injection.</summary>
public static class SendraServices
{
    /// <summary>
    /// Registers <see cref="SendraClient"/>, by <see cref="IHttpClientFactory"/>. Wrong options are found when the host starts.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets base URL and key.</param>
    /// <returns>Adds handlers of your own to the HTTP client; they see each try.</returns>
    public static IHttpClientBuilder AddSendra(this IServiceCollection services, Action<SendraOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<SendraOptions>().Configure(configure).ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SendraOptions>, OptionsCheck>());
        services.TryAddTransient(provider => new RetryHandler(provider.GetRequiredService<IOptions<SendraOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        return services
            .AddHttpClient<SendraClient>((provider, http) => SendraClient.Prepare(http, provider.GetRequiredService<IOptions<SendraOptions>>().Value))
            .ConfigurePrimaryHttpMessageHandler(NewSockets)

            // Connections are renewed below, so that a client can be kept.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .AddHttpMessageHandler<RetryHandler>();
    }

    /// <summary>
    /// Registers <see cref="EventQueue"/>, which sends events in batches, in the background. It empties itself after the other services of the
    /// host have stopped. Needs <see cref="AddSendra"/>.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Changes its defaults.</param>
    public static IServiceCollection AddSendraEventQueue(this IServiceCollection services, Action<EventQueueOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<EventQueueOptions>().Configure(configure ?? (_ => { }));
        services.TryAddSingleton(provider => new EventQueue(
            provider.GetRequiredService<SendraClient>(),
            provider.GetRequiredService<IOptions<EventQueueOptions>>().Value,
            provider.GetRequiredService<ILogger<EventQueue>>(),
            provider.GetRequiredService<TimeProvider>()));
        return services.AddHostedService<EventQueueService>();
    }

    // Connections are made anew now and then, so that changes of DNS count.
    internal static SocketsHttpHandler NewSockets() => new() { PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseCookies = false };
}
