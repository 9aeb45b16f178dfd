namespace Sendra.Application.Common;

/// <summary>How many pieces of long work there may be at once.</summary>
/// <param name="perNode">Of all.</param>
internal sealed class Places(int perWorkspace, int perNode)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<WorkspaceId, int> _taken = [];

    /// <summary>Takes a place until it is disposed of; null when none is free.</summary>
    public IDisposable? TryTake(WorkspaceId workspaceId)
    {
        lock (_lock)
        {
            var own = _taken.GetValueOrDefault(workspaceId);
            if (own >= perWorkspace || _taken.Values.Sum() >= perNode)
            {
                return null;
            }

            _taken[workspaceId] = own + 1;
            return new Place(this, workspaceId);
        }
    }

    private void Free(WorkspaceId workspaceId)
    {
        lock (_lock)
        {
            if (--_taken[workspaceId] == 0)
            {
                _taken.Remove(workspaceId);
            }
        }
    }

    private sealed class Place(Places places, WorkspaceId workspaceId) : IDisposable
    {
        private Places? _places = places;

        public void Dispose() => Interlocked.Exchange(ref _places, null)?.Free(workspaceId);
    }
}
