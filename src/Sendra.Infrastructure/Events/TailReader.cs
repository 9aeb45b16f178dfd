using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Sendra.Application.Events;

namespace Sendra.Infrastructure.Events;

/// <summary>One who follows a tail, with what waits for them: a bounded number of events, shared with all other readers.</summary>
/// <param name="filter">Which events they want.</param>
internal sealed class TailReader(Guid followerId, EventLogFilter filter)
{
    /// <summary>Who falls further behind is dropped, and comes back with the last id.</summary>
    public const int MaxWaiting = 4_000;

    /// <summary>The same for the characters of the properties of what waits.</summary>
    public const int MaxWaitingCharacters = 8 * 1024 * 1024;

    private readonly Channel<LoggedEvent?> _waiting = Channel.CreateBounded<LoggedEvent?>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true, SingleWriter = true });

    private long _characters;

    /// <summary>Who they are: they may come back.</summary>
    public Guid FollowerId { get; } = followerId;

    /// <summary>The place of the first event that they were offered; the tail's to set.</summary>
    public long JoinedAt { get; set; }

    /// <summary>The event after which they came back; null for who begins to follow.</summary>
    public EventId? AfterId { get; set; }

    /// <summary>What waits; null is a sign of life.</summary>
    public async IAsyncEnumerable<LoggedEvent?> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var logged in _waiting.Reader.ReadAllAsync(cancellationToken))
        {
            Interlocked.Add(ref _characters, -CharactersOf(logged));
            yield return logged;
        }
    }

    /// <returns>False when the reader wanted it and is too far behind.</returns>
    public bool Offer(LoggedEvent logged) => !LogConditions.Admit(filter, logged)
        || (Interlocked.Add(ref _characters, CharactersOf(logged)) <= MaxWaitingCharacters && _waiting.Writer.TryWrite(logged));

    /// <summary>Shows that the tail is alive.</summary>
    public bool Reassure() => _waiting.Writer.TryWrite(null);

    /// <summary>Ends the reading, after what waits.</summary>
    public void End() => _waiting.Writer.TryComplete();

    private static int CharactersOf(LoggedEvent? logged) => logged?.Properties?.Text.Length ?? 0;
}
