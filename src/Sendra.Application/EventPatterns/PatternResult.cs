using Sendra.Domain.EventPatterns;

namespace Sendra.Application.EventPatterns;

/// <summary>A declared event name.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The name; case counts.</param>
/// <param name="Description">What the event means.</param>
/// <param name="DeclaredAt">When it was declared.</param>
/// <param name="LastReceivedAt">When an event of the name last arrived; null when none did.</param>
/// <param name="ReceivedCount">How many arrived, before it was declared too.</param>
/// <param name="DailyCounts">How many arrived on each of the last 30 days (UTC); the last number is today's.</param>
/// <param name="Properties">What its events' properties must be; others may be anything.</param>
/// <param name="Enforcement">What happens to events that don't fit.</param>
/// <param name="UsedBy">The automations that listen to it, archived ones left out.</param>
public sealed record PatternResult(
    EventPatternId Id,
    string Name,
    string? Description,
    DateTimeOffset DeclaredAt,
    DateTimeOffset? LastReceivedAt,
    long ReceivedCount,
    IReadOnlyList<long> DailyCounts,
    IReadOnlyList<PatternProperty> Properties,
    Enforcement Enforcement,
    IReadOnlyList<PatternUse> UsedBy)
{
    /// <summary>How many days are counted one by one.</summary>
    public const int Days = 30;
}
