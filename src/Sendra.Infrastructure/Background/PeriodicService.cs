using Microsoft.Extensions.Hosting;

namespace Sendra.Infrastructure.Background;

/// <summary>Does something again and again, an interval apart, until the node stops.</summary>
/// <param name="interval">How far apart.</param>
/// <param name="first">How long after the node's start for the first time.</param>
internal abstract class PeriodicService(TimeSpan interval, TimeSpan first, TimeProvider clock) : BackgroundService
{
    protected TimeProvider Clock { get; } = clock;

    protected abstract Task RunOnceAsync(CancellationToken stoppingToken);

    /// <summary>Logs what went wrong. The next time tries again.</summary>
    protected abstract void OnFailed(Exception exception);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(first, Clock, stoppingToken);
            using var timer = new PeriodicTimer(interval, Clock);
            do
            {
                await TryAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node stops.
        }
    }

    private async Task TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RunOnceAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            // An exception that left this service would end the process.
            OnFailed(exception);
        }
    }
}
