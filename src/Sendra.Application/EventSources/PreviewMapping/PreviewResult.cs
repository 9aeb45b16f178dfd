using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.PreviewMapping;

/// <summary>What a mapping would read.</summary>
/// <param name="Mapped">What would become the event; null when it would be skipped, or no mapping was given.</param>
/// <param name="DeliveryId">The sender's id of the delivery.</param>
/// <param name="Skip">Why it would be skipped.</param>
/// <param name="EmailCandidates">Paths at which something like an email stands, the most likely first.</param>
public sealed record PreviewResult(MappedDelivery? Mapped, string? DeliveryId, SkipReason? Skip, IReadOnlyList<string> EmailCandidates);
