using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.EventSources.ListSkippedDeliveries;

/// <summary>Lists the skipped deliveries of all sources, newest first.</summary>
public sealed record ListSkippedDeliveriesQuery(Paging Paging) : IRequest<Page<DeliveryItem>>;
