namespace Sendra.Application.Common;

/// <summary>
/// Reading and checking what comes in bulk takes a core some milliseconds a call. Half of the cores do it, for workspaces in turn, so that a
/// single call finds one that is free.
/// </summary>
public sealed class BulkTurns
{
    private readonly Turns _turns = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>Waits for the workspace's turn. Disposing of the result ends it.</summary>
    public Task<IDisposable> TakeAsync(WorkspaceId workspaceId, CancellationToken cancellationToken) => _turns.TakeAsync(workspaceId, cancellationToken);
}
