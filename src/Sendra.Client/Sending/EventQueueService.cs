using Microsoft.Extensions.Hosting;

namespace Sendra.Client.Sending;

/// <summary>Empties the queue when the host stops: after its other services, since they may still send.</summary>
/// <param name="queue">The queue.</param>
internal sealed class EventQueueService(EventQueue queue) : IHostedLifecycleService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => queue.StopAsync(cancellationToken);
}
