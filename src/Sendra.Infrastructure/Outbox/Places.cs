using Sendra.Infrastructure.Enrollments;

namespace Sendra.Infrastructure.Outbox;

/// <summary>
/// How many effects of a kind are under way at once, shared by workspaces. A receiver gets so many of a workspace at once that one which never
/// answers holds up only itself. What is claimed takes its place until it is recorded, so that a crash leaves few of which nobody knows.
/// </summary>
/// <param name="most">How many there are.</param>
/// <param name="perReceiver">How many of them a receiver may have for one workspace.</param>
/// <param name="signal">Wakes whoever waits for places.</param>
internal sealed class Places(Func<int> most, long perReceiver, DueSignal signal, TimeProvider clock)
{
    // While some are recorded, as many others are under way.
    private const int Unrecorded = 2;

    // What becomes free one by one, but soon, is taken together: a transaction for few costs as much as one for many.
    private const int MostRefill = 16;

    // As long as a try that is not answered takes; then its place is free again.
    private static readonly TimeSpan LongestPostponement = TimeSpan.FromSeconds(10);

    // Whoever answers sooner is waited for.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private readonly Shares _underWay = new();
    private readonly Dictionary<(WorkspaceId WorkspaceId, string Name), Receiver> _receivers = [];
    private int _unrecorded;
    private TimeSpan _takes;
    private bool _isAwaited;

    /// <summary>How many tries are under way.</summary>
    public int Taken
    {
        get
        {
            lock (_lock)
            {
                return _underWay.All;
            }
        }
    }

    /// <summary>How many places a workspace may take now; none while so few are free that more are worth waiting for.</summary>
    public int FreeFor(WorkspaceId workspaceId)
    {
        lock (_lock)
        {
            var total = most();
            var free = Math.Min(_underWay.FreeFor(workspaceId, total), (Unrecorded * total) - _unrecorded);
            return _underWay.All == 0 || _takes > Moment || free >= Math.Min(total / 2, MostRefill) ? Math.Max(free, 0) : 0;
        }
    }

    /// <summary>Takes a place; null when the receiver has as many as it may have.</summary>
    public Place? Take(WorkspaceId workspaceId, string receiver)
    {
        lock (_lock)
        {
            if (!_receivers.TryGetValue((workspaceId, receiver), out var known))
            {
                _receivers.Add((workspaceId, receiver), known = new Receiver(workspaceId, receiver));
            }

            if (known.UnderWay >= perReceiver || known.Unrecorded >= Unrecorded * perReceiver)
            {
                return null;
            }

            known.FullSince = ++known.UnderWay == perReceiver ? clock.GetUtcNow() : known.FullSince;
            known.Unrecorded++;
            _unrecorded++;
            _underWay.Take(workspaceId);
            return new Place(this, known);
        }
    }

    /// <summary>When to look again at what found no place, one after the other; null when a place will be free in a moment.</summary>
    public DateTimeOffset? PutOff(WorkspaceId workspaceId, string receiver)
    {
        lock (_lock)
        {
            if (!_receivers.TryGetValue((workspaceId, receiver), out var known))
            {
                return null;
            }

            // Whoever has not answered for a while will not answer sooner.
            var now = clock.GetUtcNow();
            var takes = known.UnderWay >= perReceiver && now - known.FullSince > known.Takes ? now - known.FullSince : known.Takes;
            if (takes <= Moment)
            {
                return null;
            }

            var next = (known.Next > now ? known.Next : now) + (takes / perReceiver);
            return known.Next = next < now + LongestPostponement ? next : now + LongestPostponement;
        }
    }

    /// <summary>Somebody waits for places to become free.</summary>
    public void Await()
    {
        lock (_lock)
        {
            _isAwaited = true;
        }
    }

    /// <summary>Ends a try.</summary>
    /// <param name="took">How long it took; null when there was none.</param>
    public void Answered(Receiver receiver, TimeSpan? took)
    {
        lock (_lock)
        {
            _underWay.Release(receiver.WorkspaceId);
            receiver.UnderWay--;
            if (took is { } time)
            {
                (receiver.Takes, _takes) = ((receiver.Takes + time) / 2, (_takes + time) / 2);
            }

            WakeWhoWaits(receiver);
        }
    }

    /// <summary>What came of a try is stored.</summary>
    public void Recorded(Receiver receiver)
    {
        lock (_lock)
        {
            _unrecorded--;
            if (--receiver.Unrecorded == 0)
            {
                _receivers.Remove((receiver.WorkspaceId, receiver.Name));
            }

            WakeWhoWaits(receiver);
        }
    }

    private void WakeWhoWaits(Receiver receiver)
    {
        if (_isAwaited && (_takes > Moment || (IsHalfFree(receiver.UnderWay, receiver.Unrecorded, perReceiver) && IsHalfFree(_underWay.All, _unrecorded, most()))))
        {
            _isAwaited = false;
            signal.Notify(clock.GetUtcNow());
        }
    }

    private static bool IsHalfFree(int underWay, int unrecorded, long most) => underWay <= most / 2 && unrecorded <= (Unrecorded * most) - (most / 2);
}
