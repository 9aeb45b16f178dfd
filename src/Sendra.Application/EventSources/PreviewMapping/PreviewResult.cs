using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.PreviewMapping;

/// <summary>What a mapping would read.</summary>
/// <param name="Mapped">The event; null if the delivery would be skipped, or no mapping was given.</param>
/// <param name="DeliveryId">The sender's delivery id.</param>
/// <param name="Skip">Why it would be skipped.</param>
/// <param name="EmailCandidates">Paths of values that look like emails, most likely first; of a list, those of its first item.</param>
/// <param name="ItemCount">How many items there are, of which the first is shown; null when it is one event.</param>
public sealed record PreviewResult(MappedDelivery? Mapped, string? DeliveryId, SkipReason? Skip, IReadOnlyList<string> EmailCandidates, int? ItemCount);
