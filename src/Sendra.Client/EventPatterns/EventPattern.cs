namespace Sendra.Client.EventPatterns;

/// <summary>A declared event name.</summary>
public sealed record EventPattern
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name; case counts.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the event means.</summary>
    public string? Description { get; init; }

    /// <summary>When it was declared.</summary>
    public DateTimeOffset DeclaredAt { get; init; }

    /// <summary>When an event of the name last arrived; null when none did.</summary>
    public DateTimeOffset? LastReceivedAt { get; init; }

    /// <summary>How many arrived, before it was declared too.</summary>
    public long ReceivedCount { get; init; }

    /// <summary>How many arrived on each of the last 30 days (UTC); the last number is today's.</summary>
    public IReadOnlyList<long> DailyCounts { get; init; } = [];

    /// <summary>What its events' properties must be; others may be anything.</summary>
    public IReadOnlyList<PatternProperty> Properties { get; init; } = [];

    /// <summary>What happens to an event that does not fit its pattern's schema.</summary>
    public Enforcement Enforcement { get; init; }

    /// <summary>The automations that listen to it, archived ones left out.</summary>
    public IReadOnlyList<PatternUse> UsedBy { get; init; } = [];
}
