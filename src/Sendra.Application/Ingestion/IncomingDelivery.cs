using Sendra.Domain.EventSources;

namespace Sendra.Application.Ingestion;

/// <summary>
/// The delivery that a request came with. Its row is saved together with the events of all its items, or nothing is (S10, S11).
/// </summary>
/// <param name="Items">Its items, in order; at least one.</param>
/// <param name="IsList">Whether it was read as a list.</param>
public abstract record IncomingDelivery(IReadOnlyList<IncomingItem> Items, bool IsList)
{
    /// <summary>About how many bytes it holds in memory.</summary>
    public abstract int Size { get; }

    /// <summary>Its row.</summary>
    /// <param name="outcomes">What became of its items.</param>
    /// <param name="keepsContent">False when it repeats an event that is erased: what was sent is not to be kept (L3).</param>
    public abstract Delivery Become(IReadOnlyList<ItemOutcome> outcomes, bool keepsContent, DateTimeOffset now);
}
