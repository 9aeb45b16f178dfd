using Sendra.Domain.EventSources;

namespace Sendra.Application.Ingestion;

/// <summary>
/// The delivery that a request came with. Its row is saved together with its event, or neither is (S10); a request
/// without events records why there is none (S5).
/// </summary>
public abstract record IncomingDelivery
{
    /// <summary>About how many bytes it holds in memory.</summary>
    public abstract int Size { get; }

    /// <summary>Its row when it becomes an event.</summary>
    public abstract Delivery Processed(EventId eventId, DateTimeOffset now);

    /// <summary>Its row when another one with its id has become an event already (S6).</summary>
    public abstract Delivery Duplicate(EventId firstEventId, DateTimeOffset now);

    /// <summary>The same when that event is erased: what was sent is not to be kept (L3).</summary>
    public abstract Delivery DuplicateOfErased(EventId firstEventId, DateTimeOffset now);

    /// <summary>The same when its event is not taken.</summary>
    public abstract IncomingDelivery SkippedFor(SkipReason reason);

    /// <summary>Its row when the request has no event.</summary>
    public abstract Delivery WithoutEvent(DateTimeOffset now);
}
