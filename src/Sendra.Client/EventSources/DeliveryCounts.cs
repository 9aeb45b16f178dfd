namespace Sendra.Client.EventSources;

/// <summary>The numbers of deliveries by outcome.</summary>
public sealed record DeliveryCounts
{
    /// <summary>Deliveries that became events.</summary>
    public long Processed { get; init; }

    /// <summary>Deliveries that couldn't be mapped. Replay them after you fix the mapping.</summary>
    public long Skipped { get; init; }

    /// <summary>Deliveries that repeated an earlier one.</summary>
    public long Duplicate { get; init; }

    /// <summary>Deliveries with a wrong signature.</summary>
    public long Refused { get; init; }

    /// <summary>Deliveries of events that the source doesn't take.</summary>
    public long Ignored { get; init; }

    /// <summary>Questions of its sender that were answered.</summary>
    public long Handshake { get; init; }
}
