namespace Sendra.Infrastructure.Events;

/// <summary>Which events a tail has seen, in the order in which they came to light: that of commits, not of ids.</summary>
internal sealed class SeenEvents
{
    // In a quiet workspace the memory reaches far back, so that clients that come back get nothing twice.
    private const int AlwaysKept = 10_000;

    private readonly Dictionary<Guid, long> _places = [];
    private readonly Queue<Guid> _order = [];
    private long _next;

    public bool Contains(Guid id) => _places.ContainsKey(id);

    public void Add(Guid id)
    {
        if (_places.TryAdd(id, _next))
        {
            _order.Enqueue(id);
            _next++;
        }
    }

    /// <summary>Forgets events that no look back finds any more, unless there are few.</summary>
    /// <param name="bound">Where the longest look back begins.</param>
    public void ForgetBefore(Guid bound)
    {
        while (_order.Count > AlwaysKept && _order.Peek() < bound)
        {
            _places.Remove(_order.Dequeue());
        }
    }

    /// <summary>All that a reader has who got this event last; only the event itself when that is not known.</summary>
    public HashSet<Guid> UpTo(Guid id) =>
        _places.TryGetValue(id, out var place) ? [.. _order.TakeWhile(other => _places[other] <= place)] : [id];
}
