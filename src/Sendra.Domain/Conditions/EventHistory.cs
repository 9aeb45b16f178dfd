using NodaTime;
using Sendra.Domain.Common;

namespace Sendra.Domain.Conditions;

/// <summary>
/// The newest events of one contact, by name, as far as they were loaded: asking for what was not is a bug, and throws. Takes note of what
/// is decided meanwhile, so that the next event of a batch finds it.
/// </summary>
/// <param name="needed">What must be known, one for each name.</param>
public sealed class EventHistory(IEnumerable<NeededHistory> needed)
{
    /// <summary>The properties of so many characters are kept of one name; those of older events stay unread.</summary>
    public const int MaxCharacters = 4 * 1024 * 1024;

    /// <summary>Where no condition asks for anything.</summary>
    public static readonly EventHistory Nothing = new([]);

    private readonly Dictionary<string, (NeededHistory Needed, NamedEvents Events)> _byName =
        needed.ToDictionary(one => one.EventName, one => (one, new NamedEvents()), StringComparer.Ordinal);

    /// <summary>Takes note of an event that takes effect; of names that nobody asks for, none is taken.</summary>
    /// <param name="at">When it counts as having happened.</param>
    public void Add(string eventName, DateTimeOffset at, RawJson? properties)
    {
        if (_byName.TryGetValue(eventName, out var named))
        {
            named.Events.Add(new EarlierEvent(Instant.FromDateTimeOffset(at), properties, isRead: true));
        }
    }

    /// <summary>Takes note of an event from the database, the newest of a name first.</summary>
    /// <param name="at">When it counts as having happened.</param>
    public void Recall(string eventName, DateTimeOffset at, RawJson? properties) =>
        _byName[eventName].Events.Recall(Instant.FromDateTimeOffset(at), properties);

    /// <summary>The events of a name, newest first.</summary>
    internal IEnumerable<EarlierEvent> Newest(NeededHistory asked) =>
        _byName.TryGetValue(asked.EventName, out var named) && named.Needed.Covers(asked)
            ? named.Events.NewestFirst()
            : throw new InvalidOperationException(
                $"A condition asked for the contact's events {asked.EventName}, which were not loaded: DependsOnHistory or Workflow.History must name them.");
}
