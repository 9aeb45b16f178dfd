namespace Sendra.Client.Events;

/// <summary>How the log is followed.</summary>
public sealed record TailOptions
{
    /// <summary>The event after which to begin; null to begin now.</summary>
    public LoggedEvent? After { get; init; }

    /// <summary>Told once, when the first connection stands: whatever is received from now on will come.</summary>
    public Action? OnOpen { get; init; }

    /// <summary>Told each time the connection broke, and each time it is back.</summary>
    public Action<TailBreak>? OnBreak { get; init; }
}
