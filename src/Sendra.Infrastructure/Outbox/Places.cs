using Sendra.Application.Mail;

namespace Sendra.Infrastructure.Outbox;

/// <summary>
/// How many effects are under way at once, shared by workspaces. A receiver of calls gets so many at once that one which never answers holds up
/// only itself. Emails all go to one server, and have places of their own.
/// </summary>
internal sealed class Places(IMailTransport transport, TimeProvider clock)
{
    public const int Total = 2_000;
    public const int PerReceiver = 64;

    // What becomes free one by one is taken together.
    private const int LeastRefill = 4;

    // As long as a try that is not answered takes; then its place is free again.
    private static readonly TimeSpan LongestPostponement = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan UsualTime = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly Shares _all = new();
    private readonly Shares _mails = new();
    private readonly Dictionary<(WorkspaceId WorkspaceId, string Name), Receiver> _receivers = [];

    /// <summary>How many are under way.</summary>
    public int Taken
    {
        get
        {
            lock (_lock)
            {
                return _all.All;
            }
        }
    }

    /// <summary>True when so many places for emails are free that taking them is worth a transaction.</summary>
    public bool HasRoomForMails
    {
        get
        {
            lock (_lock)
            {
                return _mails.All <= transport.AtOnce / 2;
            }
        }
    }

    /// <summary>How many more effects a workspace may take, and how many of them may be emails.</summary>
    public (int All, int Mails) FreeFor(WorkspaceId workspaceId)
    {
        lock (_lock)
        {
            var all = _all.FreeFor(workspaceId, Total);
            var mails = Math.Min(all, _mails.FreeFor(workspaceId, transport.AtOnce));
            return (all, _mails.All > 0 && mails < transport.AtOnce / LeastRefill ? 0 : mails);
        }
    }

    /// <summary>Takes a place.</summary>
    /// <param name="receiver">Null for an email.</param>
    /// <returns>Null when it is taken; else when to ask again, one after the other.</returns>
    public DateTimeOffset? TryTake(WorkspaceId workspaceId, string? receiver)
    {
        lock (_lock)
        {
            if (receiver is null)
            {
                _mails.Take(workspaceId);
                _all.Take(workspaceId);
                return null;
            }

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
            _all.Take(workspaceId);
            return null;
        }
    }

    /// <summary>Gives a place back.</summary>
    /// <param name="took">How long it was needed; null when it was not used.</param>
    public void Release(WorkspaceId workspaceId, string? receiver, TimeSpan? took)
    {
        lock (_lock)
        {
            _all.Release(workspaceId);
            if (receiver is null)
            {
                _mails.Release(workspaceId);
                return;
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
