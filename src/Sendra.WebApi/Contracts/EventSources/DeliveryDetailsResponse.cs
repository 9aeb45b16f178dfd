using Sendra.Domain.EventSources;

namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>One request that hit a source's URL, with what was sent.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SourceId">The source.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Code">Why it has no effect, for programs.</param>
/// <param name="Reason">The same as a sentence; forgotten with the payload.</param>
/// <param name="EventId">The event it became; of a duplicate, the first one's.</param>
/// <param name="DeliveryId">The sender's own id.</param>
/// <param name="ReplayedAt">When it was last replayed.</param>
/// <param name="ContentType">The Content-Type header.</param>
/// <param name="Headers">The other headers, without cookies, credentials and signatures; null after their time is over.</param>
/// <param name="Payload">The body; null after its time is over.</param>
/// <param name="PayloadEncoding">How the body is shown.</param>
public sealed record DeliveryDetailsResponse(
    DeliveryId Id,
    EventSourceId SourceId,
    DateTimeOffset ReceivedAt,
    DeliveryStatus Status,
    string? Code,
    string? Reason,
    EventId? EventId,
    string? DeliveryId,
    DateTimeOffset? ReplayedAt,
    string? ContentType,
    IReadOnlyDictionary<string, string>? Headers,
    string? Payload,
    PayloadEncoding PayloadEncoding);
