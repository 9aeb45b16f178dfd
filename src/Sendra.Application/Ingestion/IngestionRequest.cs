namespace Sendra.Application.Ingestion;

/// <summary>
/// Events that take effect in their order. A delivery's take effect together or not at all; of others, each does, and a great many are
/// committed in portions.
/// </summary>
/// <param name="Events">The events, in order.</param>
/// <param name="Key">What makes a repeated request the same one, or null.</param>
/// <param name="Rejected">Events of the same call that were refused: kept so that a repeated call gets the same answer.</param>
/// <param name="DryRun">True to decide and write nothing (E10).</param>
/// <param name="Delivery">The delivery that the one event came with, or that has none; null for the API.</param>
/// <param name="Reading">By which rules it was read, when it would be another request by others.</param>
/// <param name="Explained">True when the answer tells each event's decisions, beside what they came to.</param>
public sealed record IngestionRequest(
    WorkspaceId WorkspaceId,
    IReadOnlyList<IncomingEvent> Events,
    IdempotencyKey? Key = null,
    IReadOnlyList<RejectedEvent>? Rejected = null,
    bool DryRun = false,
    IncomingDelivery? Delivery = null,
    RulesReading? Reading = null,
    bool Explained = false)
{
    /// <summary>True when it is one event that was sent by itself: refused, it leaves nothing behind.</summary>
    public bool IsOneEvent => Events.Count == 1 && Rejected is null && Key?.Since is null;

    /// <summary>True when its decision depends on the same rows.</summary>
    public bool DependsOnSameAs(IngestionRequest other) =>
        Key?.Stored == other.Key?.Stored
        && Events.Select(incoming => (incoming.Person, incoming.Name)).SequenceEqual(other.Events.Select(incoming => (incoming.Person, incoming.Name)));
}
