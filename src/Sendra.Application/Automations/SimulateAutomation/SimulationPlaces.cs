using Sendra.Application.Common;

namespace Sendra.Application.Automations.SimulateAutomation;

/// <summary>
/// How many simulations a node runs at once, and how much memory each can use. They take turns reading the past, so each one progresses,
/// and more of them only take longer.
/// </summary>
internal sealed class SimulationPlaces
{
    private readonly Places<WorkspaceId> _places = new(perOwner: 1, perNode: 8);

    /// <summary>
    /// How many contacts one remembers at once, in about 35 MB, and as many keys. More of them are done in several rounds over the same events.
    /// Tests set it lower.
    /// </summary>
    public int ContactsAtOnce { get; set; } = 500_000;

    /// <summary>Takes a place until the result is disposed of.</summary>
    /// <exception cref="BusyException">No place is free.</exception>
    public IDisposable Take(WorkspaceId workspaceId) => _places.TryTake(workspaceId) ?? throw new BusyException(
        "simulationsBusy", "This workspace is running a simulation, or this node is running as many as it can. Try again when one has ended.");
}
