using Sendra.Application.Ingestion;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>
/// By what the queue tells the contacts of a request's events apart (E7). An event may have several: its address, its external id, and the
/// address of who has that id when it is lined up. Two events that have one in common take effect in order.
/// </summary>
internal readonly struct OrderKeys
{
    // No id and no address has one, so an id never reads like somebody's address.
    private const string BeforeIds = "\n";

    // Of event i from _ends[i - 1] to _ends[i]; null where each has its address alone.
    private readonly string[] _keys;
    private readonly int[]? _ends;
    private readonly Dictionary<string, int>? _lastEvents;

    /// <param name="events">The events of a request.</param>
    /// <param name="holders">The address of each contact that is named by external id alone, as far as there is one.</param>
    public OrderKeys(IReadOnlyList<IncomingEvent> events, IReadOnlyDictionary<string, string>? holders)
    {
        if (events.All(incoming => incoming.Person.ExternalId is null))
        {
            _keys = [.. events.Select(incoming => incoming.Person.Email!.Value)];
        }
        else
        {
            var keys = new List<string>(2 * events.Count);
            _ends = new int[events.Count];
            for (var index = 0; index < events.Count; index++)
            {
                var (email, externalId) = (events[index].Person.Email?.Value, events[index].Person.ExternalId?.Value);
                if ((email ?? (externalId is null ? null : holders?.GetValueOrDefault(externalId))) is { } address)
                {
                    keys.Add(address);
                }

                if (externalId is not null)
                {
                    keys.Add(BeforeIds + externalId);
                }

                _ends[index] = keys.Count;
            }

            _keys = [.. keys];
        }

        if (events.Count > 1)
        {
            _lastEvents = new(_keys.Length, StringComparer.Ordinal);
            for (var index = 0; index < events.Count; index++)
            {
                foreach (var key in Of(index))
                {
                    _lastEvents[key] = index;
                }
            }
        }
    }

    /// <summary>The keys of an event.</summary>
    public ReadOnlySpan<string> Of(int index)
    {
        if (_ends is null)
        {
            return _keys.AsSpan(index, 1);
        }

        var begin = index == 0 ? 0 : _ends[index - 1];
        return _keys.AsSpan(begin, _ends[index] - begin);
    }

    /// <summary>True when no later event of the request has this key.</summary>
    public bool IsLast(string key, int index) => _lastEvents is null || _lastEvents[key] == index;
}
