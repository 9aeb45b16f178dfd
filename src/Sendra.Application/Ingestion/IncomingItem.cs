using Sendra.Domain.EventSources;

namespace Sendra.Application.Ingestion;

/// <summary>One item of a delivery; a delivery that is one event is one item (S11).</summary>
/// <param name="Event">The event that it is to become; null when it can't.</param>
/// <param name="Key">The key that identifies a repeated item, or null.</param>
/// <param name="Skip">Why it has no event, should it have none: it can't be mapped, or nobody is found by the external id that it was mapped to.</param>
/// <param name="Address">That of the address or the external id which it was mapped to, or null.</param>
/// <param name="Settled">What became of it before, and stays; null when it is still to be decided.</param>
public sealed record IncomingItem(
    IncomingEvent? Event, IdempotencyKey? Key = null, SkipReason? Skip = null, AddressHash? Address = null, ItemOutcome? Settled = null);
