namespace Sendra.Domain.Conditions;

/// <summary>What an evaluation may ask of the past: a contact's newest events of one name.</summary>
/// <param name="EventName">The events' name.</param>
/// <param name="Most">How many of the newest must be known.</param>
/// <param name="WithProperties">True when their properties are read, too.</param>
public sealed record NeededHistory(string EventName, int Most, bool WithProperties)
{
    /// <summary>The same with one for each name, in a certain order.</summary>
    public static IReadOnlyList<NeededHistory> Merge(IEnumerable<NeededHistory> needed) =>
    [
        .. needed.GroupBy(one => one.EventName, StringComparer.Ordinal)
            .OrderBy(name => name.Key, StringComparer.Ordinal)
            .Select(name => new NeededHistory(name.Key, name.Max(one => one.Most), name.Any(one => one.WithProperties))),
    ];

    /// <summary>True when whoever knows this knows the other.</summary>
    internal bool Covers(NeededHistory other) => Most >= other.Most && (WithProperties || !other.WithProperties);
}
