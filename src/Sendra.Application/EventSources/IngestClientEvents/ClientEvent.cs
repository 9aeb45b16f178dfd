using Sendra.Domain.Common;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.IngestClientEvents;

/// <summary>An event as another product's client sent it.</summary>
/// <param name="Json">A JSON object.</param>
/// <param name="OccurredAt">When it happened, according to the client.</param>
/// <param name="Skip">Why it is no event; null when its source is to read it.</param>
public sealed record ClientEvent(RawJson Json, DateTimeOffset? OccurredAt, SkipReason? Skip = null);
