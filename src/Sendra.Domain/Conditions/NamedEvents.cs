using NodaTime;
using Sendra.Domain.Common;

namespace Sendra.Domain.Conditions;

/// <summary>Events of one contact and one name. They are put in order when somebody asks.</summary>
internal sealed class NamedEvents
{
    private readonly List<EarlierEvent> _events = [];
    private int _characters;
    private bool _isSorted = true;

    public void Recall(Instant at, RawJson? properties)
    {
        _characters += Math.Min(properties?.Text.Length ?? 0, EventHistory.MaxCharacters);
        var isRead = _characters <= EventHistory.MaxCharacters;
        _characters = Math.Min(_characters, EventHistory.MaxCharacters + 1);
        Add(new EarlierEvent(at, isRead ? properties : null, isRead));
    }

    public void Add(EarlierEvent earlier)
    {
        _isSorted &= _events.Count == 0 || _events[^1].At <= earlier.At;
        _events.Add(earlier);
    }

    public IEnumerable<EarlierEvent> NewestFirst()
    {
        if (!_isSorted)
        {
            // Stable: events of one moment stay as they came.
            var sorted = _events.OrderBy(earlier => earlier.At).ToArray();
            _events.Clear();
            _events.AddRange(sorted);
            _isSorted = true;
        }

        for (var i = _events.Count - 1; i >= 0; i--)
        {
            yield return _events[i];
        }
    }
}
