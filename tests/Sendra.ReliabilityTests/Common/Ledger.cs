using System.Collections.Concurrent;

namespace Sendra.ReliabilityTests.Common;

/// <summary>What a sender knows: which requests it made, and what it was told of them.</summary>
internal sealed class Ledger
{
    private int _requests;
    private int _keys;
    private int _retries;
    private int _duplicates;

    /// <summary>Every event that was acknowledged, with what the answer said it did; null when a repeat did not say.</summary>
    public ConcurrentDictionary<Guid, (int Enrolled, int Exited)?> Acknowledged { get; } = new();

    /// <summary>Answers that no sender should get.</summary>
    public ConcurrentBag<string> Unexpected { get; } = [];

    /// <summary>Requests begun, each of which is repeated until it is acknowledged.</summary>
    public int Requests => _requests;

    /// <summary>Keys by which their repeats are known: one for each request, of a list one for each item.</summary>
    public int Keys => _keys;

    public int Retries => _retries;

    /// <summary>Requests that turned out to have happened although nobody was told.</summary>
    public int Duplicates => _duplicates;

    /// <summary>Deliveries without a known event id: their first answer was lost.</summary>
    public int UnknownEvents;

    public int Events => Acknowledged.Count + UnknownEvents;

    public void Begin(int keys = 1)
    {
        Interlocked.Increment(ref _requests);
        Interlocked.Add(ref _keys, keys);
    }

    public void Retry() => Interlocked.Increment(ref _retries);

    public void Duplicate() => Interlocked.Increment(ref _duplicates);
}
