namespace Sendra.WebApi.Operating;

/// <summary>
/// The orderly stop: from SIGTERM on <c>/health/ready</c> answers 503, while everything is still served for
/// <c>Shutdown__DrainSeconds</c> (default 0), so that a load balancer can turn away first. Then the node takes no new
/// connections, and what it has accepted is finished and answered.
/// </summary>
/// <param name="time">How long to go on.</param>
/// <param name="clock">The time.</param>
/// <param name="logger">Tells of it.</param>
internal sealed partial class Draining(TimeSpan time, TimeProvider clock, ILogger<Draining> logger) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Before the server stops to listen.
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        LogStopping(logger, time.TotalSeconds);
        return time == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(time, clock, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // After the last event was answered.
    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        LogStopped(logger);
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Information, "Stopping: not ready for new work, closing in {Seconds} s")]
    private static partial void LogStopping(ILogger logger, double seconds);

    [LoggerMessage(LogLevel.Information, "Stopped: what was accepted is finished")]
    private static partial void LogStopped(ILogger logger);
}
