using MediatR;

namespace Sendra.Application.EventSources.GetDelivery;

/// <summary>Reads one delivery with its headers and payload.</summary>
public sealed record GetDeliveryQuery(DeliveryId Id) : IRequest<DeliveryDetails>;
