using System.Collections.Concurrent;

namespace Sendra.Application.Common;

/// <summary>
/// Threads for work that computes for milliseconds. On the thread pool, the short pieces of all requests would wait behind it, and it behind
/// them.
/// </summary>
public sealed class OwnThreads : TaskScheduler, IDisposable
{
    private readonly BlockingCollection<Task> _tasks = [];

    /// <summary>Starts the threads.</summary>
    /// <param name="name">What debuggers and profilers call them.</param>
    /// <param name="count">How many pieces of work run at once.</param>
    public OwnThreads(string name, int count)
    {
        MaximumConcurrencyLevel = count;
        for (var number = 0; number < count; number++)
        {
            new Thread(Work) { Name = name, IsBackground = true }.Start();
        }
    }

    /// <inheritdoc />
    public override int MaximumConcurrencyLevel { get; }

    /// <summary>Runs one piece of work; whoever waits for it goes on elsewhere.</summary>
    public Task<T> RunAsync<T>(Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.RunContinuationsAsynchronously, this);

    /// <summary>Ends the threads once what was handed to them is done.</summary>
    public void Dispose() => _tasks.CompleteAdding();

    /// <inheritdoc />
    protected override void QueueTask(Task task)
    {
        try
        {
            _tasks.Add(task);
        }
        catch (InvalidOperationException)
        {
            // The threads have ended, and work that waited for something is cut off: it ends on the pool.
            ThreadPool.UnsafeQueueUserWorkItem(rest => TryExecuteTask(rest), task, preferLocal: false);
        }
    }

    /// <inheritdoc />
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    /// <inheritdoc />
    protected override IEnumerable<Task> GetScheduledTasks() => _tasks.ToArray();

    private void Work()
    {
        foreach (var task in _tasks.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
        }
    }
}
