namespace Sendra.Application.Common;

/// <summary>How many exports a node writes at once. Each holds a page in memory, however slowly it is read.</summary>
internal sealed class ExportPlaces
{
    private readonly Places<WorkspaceId> _places = new(perOwner: 5, perNode: 100);

    /// <summary>Takes a place until the result is disposed of.</summary>
    /// <exception cref="BusyException">No place is free.</exception>
    public IDisposable Take(WorkspaceId workspaceId) => _places.TryTake(workspaceId) ?? throw new BusyException(
        "exportsBusy", "This workspace is running five exports, or this node is running as many as it can. Try again when one has ended.");
}
