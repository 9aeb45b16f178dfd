namespace Sendra.WebApi.RateLimits;

/// <summary>Counts by key, within a window that begins with a key's first. Unlike the rate limiter's, a count can be taken back. Lock it.</summary>
/// <param name="window">How long a count lasts.</param>
internal sealed class Counts(TimeSpan window, TimeProvider clock)
{
    // Beyond it what is over is cleared away, and beyond ten times as much everything.
    private const int MaxKept = 10_000;

    private readonly Dictionary<string, Count> _counts = new(StringComparer.Ordinal);

    /// <summary>How long until a key's count is over; null while it is below the limit. 0 is no limit.</summary>
    public TimeSpan? Blocked(string key, int limit) =>
        limit > 0 && _counts.TryGetValue(key, out var count) && !IsOver(count) && count.Number >= limit ? window - clock.GetElapsedTime(count.Began) : null;

    /// <summary>Counts one more.</summary>
    public void Add(string key)
    {
        if (!_counts.TryGetValue(key, out var count) || IsOver(count))
        {
            if (_counts.Count >= MaxKept)
            {
                Clear();
            }

            _counts[key] = count = new Count(clock.GetTimestamp());
        }

        count.Number++;
    }

    /// <summary>Counts one less.</summary>
    public void TakeBack(string key)
    {
        if (_counts.TryGetValue(key, out var count) && count.Number > 0)
        {
            count.Number--;
        }
    }

    private void Clear()
    {
        foreach (var over in _counts.Where(entry => IsOver(entry.Value)).Select(entry => entry.Key).ToList())
        {
            _counts.Remove(over);
        }

        if (_counts.Count >= 10 * MaxKept)
        {
            _counts.Clear();
        }
    }

    private bool IsOver(Count count) => clock.GetElapsedTime(count.Began) >= window;

    private sealed class Count(long began)
    {
        public long Began { get; } = began;

        public int Number { get; set; }
    }
}
