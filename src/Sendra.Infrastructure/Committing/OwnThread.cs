using System.Collections.Concurrent;

namespace Sendra.Infrastructure.Committing;

/// <summary>
/// A thread for one writer. On the pool it would wait behind requests that are being read, several milliseconds a time with large bodies, and
/// everybody waits for the writer.
/// </summary>
internal sealed class OwnThread : TaskScheduler
{
    private readonly BlockingCollection<Task> _tasks = [];
    private readonly Thread _thread;

    private OwnThread(string name)
    {
        _thread = new Thread(Work) { Name = name, IsBackground = true };
        _thread.Start();
    }

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Does some work on a new thread, what comes after each await as well. The thread ends with it.</summary>
    public static async Task RunAsync(string name, Func<Task> work)
    {
        var thread = new OwnThread(name);
        try
        {
            await Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, thread).Unwrap();
        }
        finally
        {
            thread._tasks.CompleteAdding();
        }
    }

    protected override void QueueTask(Task task) => _tasks.Add(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        Thread.CurrentThread == _thread && !taskWasPreviouslyQueued && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => _tasks.ToArray();

    private void Work()
    {
        foreach (var task in _tasks.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
        }
    }
}
