namespace Sendra.Client.Suppressions;

/// <summary>An address that gets no email, or no marketing.</summary>
public sealed record Suppression
{
    /// <summary>The normalized address; null when the person was erased. The address stays suppressed all the same.</summary>
    public string? Email { get; init; }

    /// <summary>What a suppressed address gets no more; the wider, the greater.</summary>
    public SuppressionScope Scope { get; init; }

    /// <summary>Why an address is suppressed.</summary>
    public SuppressionOrigin Origin { get; init; }

    /// <summary>Since when, by the server's clock.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>When the person unsubscribed; it holds whatever else suppresses the address. null when they didn't.</summary>
    public DateTimeOffset? UnsubscribedAt { get; init; }

    /// <summary>The message that led to it, if one did.</summary>
    public string? MessageId { get; init; }
}
