namespace Sendra.Infrastructure.Persistence.Queries;

/// <summary>
/// Reads the same thing once at a time, however many ask: a node that just started would else send a slow database a
/// query for each. Who asks while a read is under way shares the one that begins after it, so that no answer is older
/// than its question.
/// </summary>
internal sealed class SharedReads<TKey, TValue>
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, Task<TValue>> _running = [];
    private readonly Dictionary<TKey, Task<TValue>> _waiting = [];

    /// <summary>Reads, or shares a read that has not begun.</summary>
    /// <param name="key">What is read.</param>
    /// <param name="read">Reads it; not cancelled when one of those who share it gives up.</param>
    public Task<TValue> ReadAsync(TKey key, Func<Task<TValue>> read, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!_waiting.TryGetValue(key, out var shared))
            {
                shared = RunAsync(key, _running.GetValueOrDefault(key), read);
                _waiting[key] = shared;
            }

            return shared.WaitAsync(cancellationToken);
        }
    }

    private async Task<TValue> RunAsync(TKey key, Task<TValue>? before, Func<Task<TValue>> read)
    {
        // Yields in any case, so that it waits in its place before it begins.
        await ((Task?)before ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        lock (_lock)
        {
            _waiting.Remove(key, out var self);
            _running[key] = self!;
        }

        try
        {
            // What just failed is not tried again for those who have waited that long already.
            return before is { IsFaulted: true } ? await before : await read();
        }
        finally
        {
            lock (_lock)
            {
                // Who waits takes the place itself.
                if (!_waiting.ContainsKey(key))
                {
                    _running.Remove(key);
                }
            }
        }
    }
}
