namespace Sendra.Application.Common;

/// <summary>
/// Reading and checking what comes in bulk takes a core some milliseconds a call. Half of the cores do it, for workspaces in turn, so that a
/// single call finds one that is free.
/// </summary>
public sealed class BulkTurns : IDisposable
{
    private static readonly int Places = Math.Max(1, Environment.ProcessorCount / 2);

    private readonly Turns _turns = new(Places);
    private readonly OwnThreads _threads = new("Bulk", Places);

    /// <summary>Runs one piece of work once it is the workspace's turn.</summary>
    public async Task<T> RunAsync<T>(WorkspaceId workspaceId, Func<T> work, CancellationToken cancellationToken)
    {
        using var turn = await _turns.TakeAsync(workspaceId, cancellationToken);
        return await _threads.RunAsync(work);
    }

    /// <summary>Ends the threads.</summary>
    public void Dispose() => _threads.Dispose();
}
