namespace Sendra.WebApi.Operating;

/// <summary>Adds <see cref="Draining"/>.</summary>
internal static class DrainingRegistration
{
    private const int MaxDrainSeconds = 300;

    // How long a request that was accepted may take to its end; then it is cut off.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <exception cref="InvalidOperationException"><c>Shutdown__DrainSeconds</c> makes no sense.</exception>
    public static IServiceCollection AddDraining(this IServiceCollection services, IConfiguration configuration)
    {
        var seconds = configuration.GetValue("Shutdown:DrainSeconds", 0);
        if (seconds is < 0 or > MaxDrainSeconds)
        {
            throw new InvalidOperationException($"Shutdown__DrainSeconds is {seconds}; it must be from 0 to {MaxDrainSeconds}.");
        }

        var time = TimeSpan.FromSeconds(seconds);
        services.Configure<HostOptions>(options => options.ShutdownTimeout = time + Patience);
        return services.AddHostedService(provider => ActivatorUtilities.CreateInstance<Draining>(provider, time));
    }
}
