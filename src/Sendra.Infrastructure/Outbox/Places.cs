namespace Sendra.Infrastructure.Outbox;

/// <summary>
/// How many effects are under way at once. A workspace may take up to three times what is left free, so that there is always room for
/// another one; a receiver gets so many at once that one which never answers holds up only itself.
/// </summary>
internal sealed class Places(TimeProvider clock)
{
    public const int Total = 2_000;
    public const int PerReceiver = 64;

    private const int Share = 3;

    // As long as a try that is not answered takes; then its place is free again.
    private static readonly TimeSpan LongestPostponement = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan UsualTime = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly Dictionary<WorkspaceId, int> _taken = [];
    private readonly Dictionary<(WorkspaceId WorkspaceId, string Name), Receiver> _receivers = [];
    private int _all;

    /// <summary>How many are under way.</summary>
    public int Taken
    {
        get
        {
            lock (_lock)
            {
                return _all;
            }
        }
    }

    /// <summary>How many more a workspace may take.</summary>
    public int FreeFor(WorkspaceId workspaceId)
    {
        lock (_lock)
        {
            return Math.Max(0, ((Share * (Total - _all)) - _taken.GetValueOrDefault(workspaceId)) / (Share + 1));
        }
    }

    /// <summary>Takes a place.</summary>
    /// <returns>Null when it is taken; else when to ask again, one after the other.</returns>
    public DateTimeOffset? TryTake(WorkspaceId workspaceId, string receiver)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (!_receivers.TryGetValue((workspaceId, receiver), out var known))
            {
                _receivers.Add((workspaceId, receiver), known = new Receiver());
            }

            if (known.UnderWay >= PerReceiver)
            {
                // Whoever has not answered for a while will not answer sooner.
                var takes = now - known.FullSince > known.Takes ? now - known.FullSince : known.Takes;
                var next = (known.Next > now ? known.Next : now) + (takes / PerReceiver);
                return known.Next = next < now + LongestPostponement ? next : now + LongestPostponement;
            }

            known.FullSince = ++known.UnderWay == PerReceiver ? now : known.FullSince;
            _all++;
            _taken[workspaceId] = _taken.GetValueOrDefault(workspaceId) + 1;
            return null;
        }
    }

    /// <summary>Gives a place back.</summary>
    /// <param name="took">How long it was needed; null when it was not used.</param>
    public void Release(WorkspaceId workspaceId, string receiver, TimeSpan? took)
    {
        lock (_lock)
        {
            _all--;
            if (--_taken[workspaceId] == 0)
            {
                _taken.Remove(workspaceId);
            }

            var known = _receivers[(workspaceId, receiver)];
            known.Takes = took is { } time ? (known.Takes + time) / 2 : known.Takes;
            if (--known.UnderWay == 0)
            {
                _receivers.Remove((workspaceId, receiver));
            }
        }
    }

    private sealed class Receiver
    {
        public int UnderWay { get; set; }

        public DateTimeOffset FullSince { get; set; }

        public TimeSpan Takes { get; set; } = UsualTime;

        public DateTimeOffset Next { get; set; }
    }
}
