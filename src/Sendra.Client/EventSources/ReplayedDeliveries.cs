namespace Sendra.Client.EventSources;

/// <summary>The result of replaying all skipped deliveries of a source.</summary>
public sealed record ReplayedDeliveries
{
    /// <summary>How many became events.</summary>
    public int Processed { get; init; }

    /// <summary>How many still can't be mapped.</summary>
    public int Skipped { get; init; }

    /// <summary>How many the sender had successfully sent again in the meantime.</summary>
    public int Duplicate { get; init; }
}
