namespace Sendra.Application.EventPatterns;

/// <summary>A declared event name, with what is known about it (P2).</summary>
/// <param name="Name">The name; case counts.</param>
/// <param name="Description">What the event means.</param>
/// <param name="LastReceivedAt">When an event of the name last arrived, before or after it was declared.</param>
/// <param name="ReceivedCount">How many arrived.</param>
/// <param name="DailyCounts">How many arrived on each of the last <see cref="Days"/> days (UTC), the last of which is today.</param>
/// <param name="UsedBy">The automations that listen to it.</param>
public sealed record PatternResult(
    EventPatternId Id,
    string Name,
    string? Description,
    DateTimeOffset DeclaredAt,
    DateTimeOffset? LastReceivedAt,
    long ReceivedCount,
    IReadOnlyList<long> DailyCounts,
    IReadOnlyList<PatternUse> UsedBy)
{
    /// <summary>How many days are counted one by one.</summary>
    public const int Days = 30;
}
