namespace Sendra.Infrastructure.Outbox;

/// <summary>Places that workspaces share: each may take up to three times what is left free, so that there is always room for another one. Not thread-safe.</summary>
internal sealed class Shares
{
    private const int Share = 3;

    private readonly Dictionary<WorkspaceId, int> _taken = [];

    /// <summary>How many are taken.</summary>
    public int All { get; private set; }

    /// <summary>How many more a workspace may take.</summary>
    /// <param name="total">How many there are.</param>
    public int FreeFor(WorkspaceId workspaceId, int total) => Math.Max(0, ((Share * (total - All)) - _taken.GetValueOrDefault(workspaceId)) / (Share + 1));

    public void Take(WorkspaceId workspaceId)
    {
        All++;
        _taken[workspaceId] = _taken.GetValueOrDefault(workspaceId) + 1;
    }

    public void Release(WorkspaceId workspaceId)
    {
        All--;
        if (--_taken[workspaceId] == 0)
        {
            _taken.Remove(workspaceId);
        }
    }
}
