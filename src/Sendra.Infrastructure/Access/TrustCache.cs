using System.Collections.Concurrent;
using Sendra.Infrastructure.Persistence.Queries;

namespace Sendra.Infrastructure.Access;

/// <summary>
/// What this node read about sessions or keys, by the hash of their text, for a time. Only what is good is kept: a
/// wrong text costs a look-up by index each time.
/// </summary>
internal sealed class TrustCache<T>(TimeProvider clock)
    where T : class
{
    // When there are more, the node begins anew.
    private const int MaxKept = 100_000;

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly SharedReads<string, T?> _reads = new();
    private long _forgotten;

    /// <summary>What is known and still trusted, else what is read now: once at a time for each hash.</summary>
    /// <param name="read">Reads it, and says until when it is good in any case; null when there is none.</param>
    public ValueTask<T?> FindAsync(string hash, Func<Task<(T Value, DateTimeOffset Until)?>> read, CancellationToken cancellationToken) =>
        Trusted(hash) is { } known
            ? new ValueTask<T?>(known)
            : new ValueTask<T?>(_reads.ReadAsync(hash, async () => Trusted(hash) ?? await ReadAsync(hash, read), cancellationToken));

    /// <summary>Forgets all that fit. Call after the change is committed.</summary>
    public void Forget(Func<T, bool> fits)
    {
        Interlocked.Increment(ref _forgotten);
        foreach (var (hash, entry) in _entries)
        {
            if (fits(entry.Value))
            {
                _entries.TryRemove(hash, out _);
            }
        }
    }

    private T? Trusted(string hash) => _entries.TryGetValue(hash, out var entry) && clock.GetElapsedTime(entry.ReadAt) < entry.Trust ? entry.Value : null;

    private async Task<T?> ReadAsync(string hash, Func<Task<(T Value, DateTimeOffset Until)?>> read)
    {
        var forgotten = Interlocked.Read(ref _forgotten);
        if (await read() is not { } found)
        {
            _entries.TryRemove(hash, out _);
            return null;
        }

        if (_entries.Count >= MaxKept)
        {
            _entries.Clear();
        }

        _entries[hash] = new Entry(found.Value, clock.GetTimestamp(), found.Until - clock.GetUtcNow());

        // What was read may be what was forgotten meanwhile.
        if (Interlocked.Read(ref _forgotten) != forgotten)
        {
            _entries.TryRemove(hash, out _);
        }

        return found.Value;
    }

    // Counted, so that a clock that is set anew neither shortens nor lengthens it.
    private sealed record Entry(T Value, long ReadAt, TimeSpan Trust);
}
