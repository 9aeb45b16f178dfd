using MediatR;

namespace Sendra.Application.EventSources.CountDeliveries;

/// <summary>Counts the deliveries to a source by day, in the workspace's time zone.</summary>
/// <param name="SourceId">The source.</param>
/// <param name="Days">How many days, today among them. Default: 30.</param>
public sealed record CountDeliveriesQuery(EventSourceId SourceId, int? Days) : IRequest<DeliveryDays>;
