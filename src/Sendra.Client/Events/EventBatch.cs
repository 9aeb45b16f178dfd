namespace Sendra.Client.Events;

/// <summary>Events that are sent together.</summary>
internal sealed record EventBatch
{
    /// <summary>The events, in order.</summary>
    public required IReadOnlyList<SendEvent> Events { get; init; }
}
