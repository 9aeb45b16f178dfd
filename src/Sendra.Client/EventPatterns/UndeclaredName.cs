namespace Sendra.Client.EventPatterns;

/// <summary>An event name that was received but isn't declared.</summary>
public sealed record UndeclaredName
{
    /// <summary>The name. Case-sensitive.</summary>
    public string Name { get; init; } = "";

    /// <summary>How many events with this name arrived.</summary>
    public long ReceivedCount { get; init; }

    /// <summary>When the first one arrived.</summary>
    public DateTimeOffset FirstReceivedAt { get; init; }

    /// <summary>When the last one arrived.</summary>
    public DateTimeOffset LastReceivedAt { get; init; }

    /// <summary>Whether it can be declared.</summary>
    public bool Declarable { get; init; }

    /// <summary>Why not, as a sentence; null if it can.</summary>
    public string? Reason { get; init; }
}
