namespace Sendra.Application.Ingestion;

/// <summary>Sendra can't take events now. The sender should try again later. 503 with Retry-After.</summary>
/// <param name="code">Stable, camelCase.</param>
/// <param name="message">A sentence for people.</param>
/// <param name="retryAfter">When to try again.</param>
public sealed class IngestionUnavailableException(string code, string message, TimeSpan retryAfter) : Exception(message)
{
    /// <summary>Stable name of the reason.</summary>
    public string Code { get; } = code;

    /// <summary>When to try again.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;

    /// <summary>More events wait than the node can hold.</summary>
    /// <param name="mayBeStored">True if some of these were stored before.</param>
    public static IngestionUnavailableException QueueFull(bool mayBeStored = false) => new(
        "overloaded",
        mayBeStored
            ? "More events are waiting than this node can take. Some of these are stored. Send again shortly, with the same Idempotency-Key."
            : "More events are waiting than this node can take. Nothing was stored. Send again shortly.",
        TimeSpan.FromSeconds(1));

    /// <summary>The node has no room for more bytes of bodies.</summary>
    public static IngestionUnavailableException TooManyBytes() =>
        new("overloaded", "This node has no room for more request bodies. Nothing was stored. Send again shortly.", TimeSpan.FromSeconds(1));

    /// <summary>The database can't be reached.</summary>
    /// <param name="mayBeStored">True if some of these were stored before, or the database went away while committing them.</param>
    public static IngestionUnavailableException StorageDown(bool mayBeStored = false) => new(
        "storageUnavailable",
        mayBeStored
            ? "The connection to the database broke while this was being stored, so it may or may not be stored. Send again shortly, with the same Idempotency-Key."
            : "The database can't be reached. Nothing was stored. Send again shortly.",
        TimeSpan.FromSeconds(5));

    /// <summary>The node is stopping.</summary>
    public static IngestionUnavailableException Stopping() =>
        new("stopping", "This node is stopping. Nothing was stored. Send again.", TimeSpan.FromSeconds(1));
}
