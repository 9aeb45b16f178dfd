namespace Sendra.Application.Common;

/// <summary>
/// Work that takes a core for some milliseconds a piece. Half of the cores do it, for workspaces in turn, so that a single call finds one that is
/// free.
/// </summary>
/// <param name="name">What debuggers and profilers call its threads.</param>
public abstract class WorkInTurn(string name) : IDisposable
{
    private static readonly int Places = Math.Max(1, Environment.ProcessorCount / 2);

    private readonly Turns _turns = new(Places);
    private readonly OwnThreads _threads = new(name, Places);

    /// <summary>Runs one piece of work once it is the workspace's turn.</summary>
    public async Task<T> RunAsync<T>(WorkspaceId workspaceId, Func<T> work, CancellationToken cancellationToken)
    {
        using var turn = await _turns.TakeAsync(workspaceId, cancellationToken);
        return await _threads.RunAsync(work);
    }

    /// <summary>Runs one piece of work that also reads the database. A piece must not wait for another one: there may be one place only.</summary>
    public async Task<T> RunAsync<T>(WorkspaceId workspaceId, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        using var turn = await _turns.TakeAsync(workspaceId, cancellationToken);
        return await await _threads.RunAsync(work);
    }

    /// <summary>Does the same for a piece of which nothing comes back.</summary>
    public async Task RunAsync(WorkspaceId workspaceId, Func<Task> work, CancellationToken cancellationToken)
    {
        using var turn = await _turns.TakeAsync(workspaceId, cancellationToken);
        await await _threads.RunAsync(work);
    }

    /// <summary>Ends the threads.</summary>
    public void Dispose()
    {
        _threads.Dispose();
        GC.SuppressFinalize(this);
    }
}
