using Sendra.Application.Ingestion;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources;

/// <summary>The outcome of a delivery or its replay.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="Status">Its outcome.</param>
/// <param name="EventId">The event it became; null for a list, and for a duplicate, whose event is that of the first delivery.</param>
/// <param name="Enrolled">How many automations enrolled the contact; null without an event.</param>
/// <param name="Exited">How many active enrollments ended; null without an event.</param>
/// <param name="Woken">How many waiting runs go on with the event; null without one.</param>
/// <param name="Code">Why there is no event, for programs.</param>
/// <param name="Reason">The same as a sentence.</param>
/// <param name="Items">The outcome of each item; null when it was read as one event.</param>
public sealed record DeliveryOutcome(
    DeliveryId Id, DeliveryStatus Status, EventId? EventId, int? Enrolled, int? Exited, int? Woken, string? Code, string? Reason, IReadOnlyList<ItemOutcome>? Items)
{
    internal static DeliveryOutcome From(IngestionAnswer answer)
    {
        var delivery = answer.Delivery!;
        var items = delivery.ItemOutcomes;
        var outcome = items is null && delivery.Status == DeliveryStatus.Processed ? answer.Outcomes[0] : null;
        return new(delivery.Id, delivery.Status, outcome?.EventId, outcome?.Enrolled, outcome?.Exited, outcome?.Woken, delivery.Code, delivery.Reason, items);
    }
}
