namespace Sendra.Application.Ingestion;

/// <summary>
/// Events that take effect in order. A delivery's events take effect together or not at all. Other events take effect one by one, and large
/// requests are committed in portions.
/// </summary>
/// <param name="Events">The events, in order.</param>
/// <param name="Key">The key that identifies a repeated call, or null. The items of a delivery have their own.</param>
/// <param name="Rejected">Refused events of the same call, stored so that a repeated call gets the same answer.</param>
/// <param name="DryRun">True to decide without writing anything (E10).</param>
/// <param name="Delivery">The delivery whose items they are; null for the API.</param>
/// <param name="Reading">The rules it was read by, if other rules would read another request.</param>
/// <param name="Explained">True if the answer includes each event's decisions.</param>
/// <param name="Sender">The run whose step sends its one event; null for what comes from outside.</param>
public sealed record IngestionRequest(
    WorkspaceId WorkspaceId,
    IReadOnlyList<IncomingEvent> Events,
    IdempotencyKey? Key = null,
    IReadOnlyList<RejectedEvent>? Rejected = null,
    bool DryRun = false,
    IncomingDelivery? Delivery = null,
    RulesReading? Reading = null,
    bool Explained = false,
    SendingRun? Sender = null)
{
    /// <summary>A delivery with the events of its items.</summary>
    public static IngestionRequest Of(WorkspaceId workspaceId, IncomingDelivery delivery, RulesReading? reading = null) =>
        new(workspaceId, [.. delivery.Items.Select(item => item.Event).OfType<IncomingEvent>()], Delivery: delivery, Reading: reading);

    /// <summary>The keys by which it may repeat an earlier one.</summary>
    public IEnumerable<IdempotencyKey> Keys => Delivery is not null ? Delivery.Items.Select(item => item.Key).OfType<IdempotencyKey>() : Events.Select(incoming => incoming.Key).Append(Key).OfType<IdempotencyKey>();

    /// <summary>True when it is one event that was sent by itself: refused, it leaves nothing behind.</summary>
    public bool IsOneEvent => Events.Count == 1 && Rejected is null && Key?.Since is null;

    /// <summary>True if its decision depends on the same rows.</summary>
    public bool DependsOnSameAs(IngestionRequest other) =>
        Keys.Select(key => key.Stored).SequenceEqual(other.Keys.Select(key => key.Stored))
        && Events.Select(incoming => (incoming.Person, incoming.Name, incoming.Properties, incoming.Feedback?.MessageId)).SequenceEqual(other.Events.Select(incoming => (incoming.Person, incoming.Name, incoming.Properties, incoming.Feedback?.MessageId)));
}
