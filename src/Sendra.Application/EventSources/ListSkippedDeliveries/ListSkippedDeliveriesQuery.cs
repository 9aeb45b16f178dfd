using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.EventSources.ListSkippedDeliveries;

/// <summary>Reads a part of the deliveries of all sources that are skipped now, newest first.</summary>
/// <param name="Paging">Which part.</param>
public sealed record ListSkippedDeliveriesQuery(Paging Paging) : IRequest<Page<DeliveryItem>>;
