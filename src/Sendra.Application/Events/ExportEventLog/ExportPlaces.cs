using Sendra.Application.Common;

namespace Sendra.Application.Events.ExportEventLog;

/// <summary>How many exports a node writes at once; each has a page in memory, however slowly it is read.</summary>
internal sealed class ExportPlaces
{
    private readonly Places<WorkspaceId> _places = new(perOwner: 5, perNode: 100);

    /// <summary>Takes a place until it is disposed of.</summary>
    /// <exception cref="BusyException">None is free.</exception>
    public IDisposable Take(WorkspaceId workspaceId) => _places.TryTake(workspaceId) ?? throw new BusyException(
        "exportsBusy", "Five exports of this workspace, or as many as this node may write, are under way; ask again when one has ended.");
}
