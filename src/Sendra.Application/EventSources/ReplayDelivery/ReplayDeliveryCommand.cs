using MediatR;

namespace Sendra.Application.EventSources.ReplayDelivery;

/// <summary>Tries a skipped delivery again with its source's current mapping (S9).</summary>
public sealed record ReplayDeliveryCommand(DeliveryId Id) : IRequest<DeliveryOutcome>;
