using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.ListDeliveries;

/// <summary>Reads a part of a source's deliveries, newest first.</summary>
/// <param name="Status">That came to this; null for all.</param>
/// <param name="Paging">Which part.</param>
public sealed record ListDeliveriesQuery(EventSourceId SourceId, DeliveryStatus? Status, Paging Paging) : IRequest<Page<DeliveryItem>>;
