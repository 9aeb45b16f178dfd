using Microsoft.Extensions.Logging;
using Sendra.Application.Events;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Persistence.Databases;

namespace Sendra.Infrastructure.Events;

/// <summary>
/// Asks the database again and again for what is new in one workspace, on behalf of all its readers on this node. An id
/// is made before its commit, so a later commit may carry an earlier id: each look goes back a while, and what was seen
/// is remembered.
/// </summary>
internal sealed partial class WorkspaceTail(EventLog log, TimeProvider clock, ILogger logger)
{
    /// <summary>
    /// How long after its id was made an event is still noticed: longer than a statement of ingestion may take, with
    /// room for clocks of nodes that differ.
    /// </summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    // Nearly every event is committed within a moment; the look back over the whole window is made now and then.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(3);
    private const int LooksPerWindowLook = 10;

    // What was young enough to be left to a tail when a reader joined must still be in its next look back.
    private static readonly TimeSpan WindowLook = Window + (2 * Moment);

    // Goes on for those who come back, since only a tail that saw everything knows what they have.
    private static readonly TimeSpan Linger = TimeSpan.FromMinutes(1);

    // Properties may take 256 KiB each.
    private const int Chunk = 100;

    // So many ids ahead of the time are looked at, now and then.
    private const int MaxAhead = 10_000;

    private const int MaxStints = 1_000;

    private readonly Lock _lock = new();
    private readonly List<TailReader> _readers = [];
    private readonly SeenEvents _seen = new();
    private readonly Queue<Stint> _stints = [];
    private bool _ended;

    /// <summary>True when nobody can join any more.</summary>
    public bool HasEnded
    {
        get
        {
            lock (_lock)
            {
                return _ended;
            }
        }
    }

    /// <summary>Takes note of what is there already; whatever is committed later is new.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        (await IdsAsync(Window, isWhole: true, cancellationToken)).ForEach(_seen.Add);
    }

    /// <summary>Lets a reader join: they get all that comes to light from now on.</summary>
    /// <param name="afterId">The last event they have.</param>
    /// <param name="known">All events that they have, as far as this node knows.</param>
    /// <returns>False when the tail has ended.</returns>
    public bool TryJoin(TailReader reader, EventId? afterId, out HashSet<EventId> known)
    {
        lock (_lock)
        {
            known = afterId is { } id ? KnownTo(reader.FollowerId, id) : [];
            if (!_ended)
            {
                (reader.JoinedAt, reader.AfterId) = (_seen.Next, afterId);
                _readers.Add(reader);
            }

            return !_ended;
        }
    }

    /// <summary>
    /// What a reader missed, in the order in which it came to light here, as they get what follows: who hangs up in the
    /// middle and comes back has all that came to light before their last event, and nothing after. What this tail has still
    /// to notice is left out; it is offered to the reader like everything that comes to light from now on.
    /// </summary>
    /// <param name="reader">A reader who has joined.</param>
    /// <param name="missed">What is in the log, in order of ids.</param>
    public IReadOnlyList<EventId> InOrder(TailReader reader, IReadOnlyList<EventId> missed)
    {
        var bound = Bound(Window);
        lock (_lock)
        {
            return
            [
                .. from id in missed
                   let place = _seen.PlaceOf(id)
                   where place is { } known ? known < reader.JoinedAt : id < bound
                   orderby place ?? -1, id
                   select id,
            ];
        }
    }

    public void Leave(TailReader reader)
    {
        lock (_lock)
        {
            Remove(reader);
        }
    }

    /// <summary>Runs until nobody has read for a while, or until told to stop.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await LookAgainAndAgainAsync(cancellationToken);
        }
        finally
        {
            lock (_lock)
            {
                _ended = true;
                _readers.ForEach(reader => reader.End());
            }
        }
    }

    private async Task LookAgainAndAgainAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        var (lastRead, lastSign) = (clock.GetTimestamp(), clock.GetTimestamp());
        var (down, lastLook) = (false, clock.GetTimestamp());
        for (var look = 1L; await timer.WaitForNextTickAsync(cancellationToken); look++)
        {
            if (HasReaders())
            {
                lastRead = clock.GetTimestamp();
            }
            else if (clock.GetElapsedTime(lastRead) > Linger && EndUnlessJoined())
            {
                return;
            }

            try
            {
                var isWhole = look % LooksPerWindowLook == 0 || down;
                await LookAsync(isWhole ? WindowLook + clock.GetElapsedTime(lastLook) : Moment, isWhole, cancellationToken);
                (down, lastLook) = (false, clock.GetTimestamp());
            }
            catch (Exception exception) when (StorageTrouble.IsUnavailable(exception))
            {
                if (!down)
                {
                    LogDown(logger, exception.GetBaseException().Message);
                }

                down = true;
            }

            if (clock.GetElapsedTime(lastSign) > IEventTail.SignOfLife)
            {
                lastSign = clock.GetTimestamp();
                ForEachReader(reader => reader.Reassure());
            }
        }
    }

    private async Task LookAsync(TimeSpan back, bool isWhole, CancellationToken cancellationToken)
    {
        var ids = await IdsAsync(back, isWhole, cancellationToken);
        foreach (var chunk in ids.Where(id => !_seen.Contains(id)).Chunk(Chunk))
        {
            var events = HasReaders() ? await log.ReadAsync(chunk, cancellationToken) : [];
            lock (_lock)
            {
                // Together, so that who joins in between is offered what is not yet seen.
                Array.ForEach(chunk, _seen.Add);
                ForEachReader(reader => events.TrueForAll(reader.Offer));
            }
        }

        lock (_lock)
        {
            _seen.ForgetBefore(Bound(2 * WindowLook), Bound(-IdGenerator.MaxAhead));
        }
    }

    // A clock that was wrong for a time may have left ids of hours ahead, and their contacts' next events come after them.
    private async Task<List<EventId>> IdsAsync(TimeSpan back, bool isWhole, CancellationToken cancellationToken)
    {
        var end = Bound(-IdGenerator.MaxAhead);
        var ids = await log.IdsAsync(Bound(back), end, cancellationToken);
        if (isWhole)
        {
            ids.AddRange((await log.HighestIdsAsync(end, MaxAhead, cancellationToken)).Order());
        }

        return ids;
    }

    private EventId Bound(TimeSpan back) => TimeOrderedId.LowerBound<EventId>(clock.GetUtcNow() - back);

    private bool HasReaders()
    {
        lock (_lock)
        {
            return _readers.Count > 0;
        }
    }

    private bool EndUnlessJoined()
    {
        lock (_lock)
        {
            return _ended = _readers.Count == 0;
        }
    }

    // Who can't take it is dropped rather than waited for.
    private void ForEachReader(Predicate<TailReader> takes)
    {
        lock (_lock)
        {
            foreach (var slow in _readers.FindAll(reader => !takes(reader)))
            {
                slow.End();
                Remove(slow);
            }
        }
    }

    // Who got an event here got all that came to light before. Another node may have shown it earlier than one with a
    // lower id, and so may a page of the log: then nothing else is known for sure.
    private HashSet<EventId> KnownTo(Guid followerId, EventId last)
    {
        var here = _stints.Concat(_readers.Select(StintOf));
        return _seen.PlaceOf(last) is { } place && here.Any(stint => stint.Has(followerId, last, place)) ? _seen.UpTo(place) : [last];
    }

    private void Remove(TailReader reader)
    {
        if (_readers.Remove(reader))
        {
            _stints.Enqueue(StintOf(reader));
            if (_stints.Count > MaxStints)
            {
                _stints.Dequeue();
            }
        }
    }

    // Who came back got what came to light while they were away, too, and in the same order.
    private Stint StintOf(TailReader reader) =>
        new(reader.FollowerId, reader.AfterId is null ? reader.JoinedAt : 0, _seen.Next, reader.AfterId);

    /// <summary>That somebody was sent what came to light between two places, but not the event after which they came.</summary>
    private readonly record struct Stint(Guid FollowerId, long From, long End, EventId? AfterId)
    {
        public bool Has(Guid followerId, EventId last, long place) => FollowerId == followerId && place >= From && place < End && last != AfterId;
    }

    [LoggerMessage(LogLevel.Warning, "The live tail can't read the database and goes on trying: {Problem}")]
    private static partial void LogDown(ILogger logger, string problem);
}
