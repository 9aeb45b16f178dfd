using System.Collections.Concurrent;

namespace Sendra.Application.Automations.SimulateAutomation;

/// <summary>How many simulations a node runs at once, and how much each may hold, so that they never stand in the way of what arrives.</summary>
internal sealed class SimulationPlaces : IDisposable
{
    /// <summary>On one node.</summary>
    public const int PerNode = 2;

    /// <summary>
    /// How many contacts one remembers at once, in about 25 MB. More of them are done in several rounds over the same events.
    /// Tests set it lower.
    /// </summary>
    public int ContactsAtOnce { get; set; } = 500_000;

    private readonly SemaphoreSlim _free = new(PerNode);
    private readonly ConcurrentDictionary<WorkspaceId, bool> _taken = new();

    /// <summary>Takes a place until it is disposed of.</summary>
    /// <param name="workspaceId">The workspace, which has one place.</param>
    /// <exception cref="SimulationsBusyException">None is free.</exception>
    public IDisposable Take(WorkspaceId workspaceId)
    {
        if (!_taken.TryAdd(workspaceId, true))
        {
            throw new SimulationsBusyException();
        }

        if (!_free.Wait(0))
        {
            _taken.TryRemove(workspaceId, out _);
            throw new SimulationsBusyException();
        }

        return new Place(this, workspaceId);
    }

    /// <inheritdoc />
    public void Dispose() => _free.Dispose();

    private sealed class Place(SimulationPlaces places, WorkspaceId workspaceId) : IDisposable
    {
        public void Dispose()
        {
            if (places._taken.TryRemove(workspaceId, out _))
            {
                places._free.Release();
            }
        }
    }
}
