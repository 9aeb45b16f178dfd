using System.Threading.Channels;
using Sendra.Application.Events;

namespace Sendra.Infrastructure.Events;

/// <summary>One who follows a tail, with what waits for them: a bounded number of events, shared with all other readers.</summary>
/// <param name="filter">Which events they want.</param>
internal sealed class TailReader(EventLogFilter filter)
{
    /// <summary>Who falls further behind is dropped, and comes back with the last id.</summary>
    public const int MaxWaiting = 4_000;

    private readonly Channel<LoggedEvent?> _waiting = Channel.CreateBounded<LoggedEvent?>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true, SingleWriter = true });

    /// <summary>What waits; null is a sign of life.</summary>
    public IAsyncEnumerable<LoggedEvent?> ReadAllAsync(CancellationToken cancellationToken) => _waiting.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Offers an event.</summary>
    /// <returns>False when the reader wanted it and is too far behind.</returns>
    public bool Offer(LoggedEvent logged) => !filter.Admits(logged) || _waiting.Writer.TryWrite(logged);

    /// <summary>Shows that the tail is alive.</summary>
    public bool Reassure() => _waiting.Writer.TryWrite(null);

    /// <summary>Ends the reading, after what waits.</summary>
    public void End() => _waiting.Writer.TryComplete();
}
