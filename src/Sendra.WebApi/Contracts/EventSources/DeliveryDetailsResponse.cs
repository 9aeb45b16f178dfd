using Sendra.Application.EventSources;
using Sendra.Domain.EventSources;

namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>One request to a source's URL, with its headers and body.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SourceId">The source.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="Status">Its outcome.</param>
/// <param name="Code">Why it has no effect, for programs.</param>
/// <param name="Reason">The same as a sentence; deleted together with the payload.</param>
/// <param name="EventId">The event it became; for a duplicate, the event of the first delivery; of a list, that of the first such item.</param>
/// <param name="DeliveryId">The sender's own id.</param>
/// <param name="ReplayedAt">When it was last replayed.</param>
/// <param name="Items">The outcome of each item; null when it was read as one event.</param>
/// <param name="ContentType">The Content-Type header.</param>
/// <param name="Headers">The other headers, without cookies, credentials and signatures; null once they are no longer kept.</param>
/// <param name="Payload">The body; null once it is no longer kept.</param>
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
    IReadOnlyList<ItemResult>? Items,
    string? ContentType,
    IReadOnlyDictionary<string, string>? Headers,
    string? Payload,
    PayloadEncoding PayloadEncoding);
