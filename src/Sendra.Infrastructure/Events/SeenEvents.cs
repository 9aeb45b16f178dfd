namespace Sendra.Infrastructure.Events;

/// <summary>Which events a tail has seen, in the order in which they came to light: that of commits, not of ids.</summary>
internal sealed class SeenEvents
{
    // In a quiet workspace the memory reaches far back, so that clients that come back get nothing twice.
    private const int AlwaysKept = 10_000;

    private readonly Dictionary<EventId, long> _places = [];
    private readonly Queue<EventId> _order = [];

    // Dated ahead, and so found by looks until their time comes.
    private readonly HashSet<EventId> _ahead = [];

    /// <summary>The place of the next event that comes to light.</summary>
    public long Next { get; private set; }

    public bool Contains(EventId id) => _places.ContainsKey(id) || _ahead.Contains(id);

    /// <summary>An event's place in the order, or null when it is not known.</summary>
    public long? PlaceOf(EventId id) => _places.TryGetValue(id, out var place) ? place : null;

    public void Add(EventId id)
    {
        if (_places.TryAdd(id, Next))
        {
            _order.Enqueue(id);
            Next++;
        }
    }

    /// <summary>Forgets events that no look back finds any more, unless there are few; and the places of those that are dated ahead.</summary>
    /// <param name="bound">Where the longest look back begins.</param>
    /// <param name="ahead">From here on ids are dated ahead.</param>
    public void ForgetBefore(EventId bound, EventId ahead)
    {
        while (_order.Count > AlwaysKept && _order.Peek() is var oldest && (oldest < bound || oldest >= ahead))
        {
            _order.Dequeue();
            _places.Remove(oldest);
            if (oldest >= ahead)
            {
                _ahead.Add(oldest);
            }
        }

        if (_ahead.Count > 0)
        {
            _ahead.RemoveWhere(id => id < bound);
        }
    }

    /// <summary>All that came to light up to a place.</summary>
    public HashSet<EventId> UpTo(long place) => [.. _order.TakeWhile(id => _places[id] <= place)];
}
