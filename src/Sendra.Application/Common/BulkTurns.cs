using System.Collections.Concurrent;

namespace Sendra.Application.Common;

/// <summary>
/// Reading and checking what comes in bulk takes a core some milliseconds a call. Half of the cores do it, for workspaces in turn, so that a
/// single call finds one that is free; and on threads of their own, so that none of its many short pieces waits behind them on the pool.
/// </summary>
public sealed class BulkTurns : IDisposable
{
    private static readonly int Places = Math.Max(1, Environment.ProcessorCount / 2);

    private readonly Turns _turns = new(Places);
    private readonly BlockingCollection<Action> _work = [];

    /// <summary>Starts the threads.</summary>
    public BulkTurns()
    {
        for (var place = 0; place < Places; place++)
        {
            new Thread(Work) { Name = "Bulk", IsBackground = true }.Start();
        }
    }

    /// <summary>Does something once it is the workspace's turn.</summary>
    public async Task<T> RunAsync<T>(WorkspaceId workspaceId, Func<T> work, CancellationToken cancellationToken)
    {
        using var turn = await _turns.TakeAsync(workspaceId, cancellationToken);
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(
            () =>
            {
                try
                {
                    done.SetResult(work());
                }
                catch (Exception exception)
                {
                    done.SetException(exception);
                }
            },
            CancellationToken.None);
        return await done.Task;
    }

    /// <summary>Ends the threads.</summary>
    public void Dispose() => _work.CompleteAdding();

    private void Work()
    {
        foreach (var work in _work.GetConsumingEnumerable())
        {
            work();
        }
    }
}
