using MediatR;

namespace Sendra.Application.EventSources.GetDelivery;

/// <summary>Reads one delivery with what was sent.</summary>
/// <param name="Id">The delivery.</param>
public sealed record GetDeliveryQuery(DeliveryId Id) : IRequest<DeliveryDetails>;
