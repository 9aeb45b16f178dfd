using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.ListDeliveries;

/// <summary>Lists a source's deliveries, newest first.</summary>
/// <param name="Status">Only deliveries with this outcome; null for all.</param>
public sealed record ListDeliveriesQuery(EventSourceId SourceId, DeliveryStatus? Status, Paging Paging) : IRequest<Page<DeliveryItem>>;
