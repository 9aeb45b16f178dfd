using Microsoft.Extensions.Hosting;

namespace Sendra.Infrastructure.Background;

/// <summary>Does something at intervals until the node stops.</summary>
/// <param name="interval">From one time to the next.</param>
/// <param name="first">From the node's start to the first time.</param>
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
