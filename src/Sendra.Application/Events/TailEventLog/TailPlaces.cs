using Sendra.Application.Common;

namespace Sendra.Application.Events.TailEventLog;

/// <summary>How many live tails a node keeps open. Each holds what its reader hasn't read yet.</summary>
internal sealed class TailPlaces
{
    private readonly Places<Guid> _ofFollowers = new(perOwner: 20, perNode: 1_000);
    private readonly Places<WorkspaceId> _ofWorkspaces = new(perOwner: 200, perNode: 1_000);

    /// <summary>Takes a place until the result is disposed of.</summary>
    /// <param name="followerId">The session or key that follows.</param>
    /// <exception cref="BusyException">No place is free.</exception>
    public IDisposable Take(WorkspaceId workspaceId, Guid followerId)
    {
        if (_ofFollowers.TryTake(followerId) is not { } ofFollower)
        {
            throw Busy();
        }

        if (_ofWorkspaces.TryTake(workspaceId) is not { } ofWorkspace)
        {
            ofFollower.Dispose();
            throw Busy();
        }

        return new Place(ofFollower, ofWorkspace);
    }

    private static BusyException Busy() => new(
        "streamsBusy",
        "20 streams of this key or session, 200 of this workspace, or as many as this node can serve, are open. Close one, or try again later.");

    private sealed record Place(IDisposable OfFollower, IDisposable OfWorkspace) : IDisposable
    {
        public void Dispose()
        {
            OfFollower.Dispose();
            OfWorkspace.Dispose();
        }
    }
}
