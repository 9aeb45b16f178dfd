using Sendra.Application.Common;

namespace Sendra.Application.Events.TailEventLog;

/// <summary>How many live tails a node keeps open: each holds what its reader has not read yet.</summary>
internal sealed class TailPlaces
{
    private readonly Places<Guid> _ofFollowers = new(perOwner: 20, perNode: 1_000);
    private readonly Places<WorkspaceId> _ofWorkspaces = new(perOwner: 200, perNode: 1_000);

    /// <summary>Takes a place until it is disposed of.</summary>
    /// <param name="followerId">The session or key that follows.</param>
    /// <exception cref="BusyException">None is free.</exception>
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
        "20 streams of this key or session, 200 of this workspace, or as many as this node may serve, are open; close one, or ask again later.");

    private sealed record Place(IDisposable OfFollower, IDisposable OfWorkspace) : IDisposable
    {
        public void Dispose()
        {
            OfFollower.Dispose();
            OfWorkspace.Dispose();
        }
    }
}
