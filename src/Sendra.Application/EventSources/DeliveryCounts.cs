namespace Sendra.Application.EventSources;

/// <summary>The numbers of deliveries by outcome.</summary>
/// <param name="Processed">Deliveries that became events.</param>
/// <param name="Skipped">Deliveries that couldn't be mapped. Replay them after you fix the mapping.</param>
/// <param name="Duplicate">Deliveries that repeated an earlier one.</param>
/// <param name="Refused">Deliveries with a wrong signature.</param>
/// <param name="Ignored">Deliveries of events that the source doesn't take.</param>
/// <param name="Handshake">Questions of its sender that were answered.</param>
public sealed record DeliveryCounts(long Processed, long Skipped, long Duplicate, long Refused, long Ignored, long Handshake)
{
    /// <summary>No deliveries yet.</summary>
    public static DeliveryCounts None { get; } = new(0, 0, 0, 0, 0, 0);
}
