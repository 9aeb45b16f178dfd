namespace Sendra.Application.Ingestion;

/// <summary>Sendra can't take events now; the sender should come back. 503 with Retry-After.</summary>
/// <param name="code">Stable, camelCase.</param>
/// <param name="message">One sentence for people.</param>
/// <param name="retryAfter">When to come back.</param>
public sealed class IngestionUnavailableException(string code, string message, TimeSpan retryAfter) : Exception(message)
{
    /// <summary>Stable name of the reason.</summary>
    public string Code { get; } = code;

    /// <summary>When to come back.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;

    /// <summary>More events wait than the node can hold.</summary>
    /// <param name="mayBeStored">True when some of these were stored before.</param>
    public static IngestionUnavailableException QueueFull(bool mayBeStored = false) => new(
        "overloaded",
        mayBeStored
            ? "More events wait than this node can take; some of these are stored. Send again shortly, with the same Idempotency-Key."
            : "More events wait than this node can take; nothing was stored. Send again shortly.",
        TimeSpan.FromSeconds(1));

    /// <summary>More bytes of bodies are held than the node has room for.</summary>
    public static IngestionUnavailableException TooManyBytes() =>
        new("overloaded", "This node holds as many bodies as it has room for; nothing was stored. Send again shortly.", TimeSpan.FromSeconds(1));

    /// <summary>The database can't be reached.</summary>
    /// <param name="mayBeStored">True when some of these were stored before, or it went away while it committed them.</param>
    public static IngestionUnavailableException StorageDown(bool mayBeStored = false) => new(
        "storageUnavailable",
        mayBeStored
            ? "The database went away while it stored this, so that it may be stored or not. Send again shortly, with the same Idempotency-Key."
            : "The database can't be reached; nothing was stored. Send again shortly.",
        TimeSpan.FromSeconds(5));

    /// <summary>The node is stopping.</summary>
    public static IngestionUnavailableException Stopping() =>
        new("stopping", "This node is stopping; nothing was stored. Send again.", TimeSpan.FromSeconds(1));
}
