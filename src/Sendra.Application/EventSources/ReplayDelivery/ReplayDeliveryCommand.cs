using MediatR;

namespace Sendra.Application.EventSources.ReplayDelivery;

/// <summary>Tries a skipped delivery again with its source's mapping of now (S9).</summary>
/// <param name="Id">The delivery.</param>
public sealed record ReplayDeliveryCommand(DeliveryId Id) : IRequest<DeliveryOutcome>;
