using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Sendra.Domain.EventPatterns;
using Sendra.Domain.Events;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>
/// Finds types that properties were not seen with before. What is in the database is remembered, so that an event costs
/// one walk over the top of its properties and nothing is written for what is known. One for each node: where another
/// node knew more, the database leaves out what it has.
/// </summary>
internal sealed class PropertyTypeWatch(TimeProvider clock)
{
    private const int MaxNames = 10_000;

    // What was erased with the last event of its name is found again when the name comes back, at the latest after this.
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(1);

    // A character of a name may be written as an escape of six bytes.
    private const int MaxWrittenLength = EventPropertyType.MaxPropertyLength * 6;

    private static readonly JsonReaderOptions Deep = new() { MaxDepth = ReceivedEvent.MaxPropertiesDepth + 1 };

    // For each name its properties, with a bit for each type. Replaced when something is added, so it is read without a lock.
    private readonly ConcurrentDictionary<(WorkspaceId WorkspaceId, string EventName), Dictionary<string, int>> _known = new();
    private long _since = clock.GetTimestamp();

    /// <summary>What the events show that is not known yet, each once, in key order.</summary>
    public IReadOnlyList<EventPropertyType> NewIn(IEnumerable<ReceivedEvent> events)
    {
        if (clock.GetElapsedTime(Interlocked.Read(ref _since)) > MaxAge)
        {
            Interlocked.Exchange(ref _since, clock.GetTimestamp());
            _known.Clear();
        }

        Dictionary<(WorkspaceId, string, string, PropertyType), EventPropertyType>? found = null;
        foreach (var row in events)
        {
            if (row.Properties is { } properties && properties.Text.StartsWith('{'))
            {
                Walk(row, properties.Text, ref found);
            }
        }

        return found is null
            ? []
            : [.. found.Values.OrderBy(row => row.WorkspaceId).ThenBy(row => row.EventName, StringComparer.Ordinal).ThenBy(row => row.Property, StringComparer.Ordinal).ThenBy(row => row.JsonType)];
    }

    /// <summary>Remembers what is now in the database. Call after the commit, never before.</summary>
    public void Remember(IReadOnlyList<EventPropertyType> saved)
    {
        if (_known.Count > MaxNames)
        {
            _known.Clear();
        }

        foreach (var name in saved.GroupBy(row => (row.WorkspaceId, row.EventName)))
        {
            _known.AddOrUpdate(name.Key, _ => With([], name), (_, before) => With(before, name));
        }
    }

    private static Dictionary<string, int> With(Dictionary<string, int> before, IEnumerable<EventPropertyType> saved)
    {
        var after = new Dictionary<string, int>(before, StringComparer.Ordinal);
        foreach (var row in saved)
        {
            after[row.Property] = after.GetValueOrDefault(row.Property) | Bit(row.JsonType);
        }

        return after;
    }

    private static int Bit(PropertyType type) => 1 << (int)type;

    private static PropertyType? TypeOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => PropertyType.Object,
        JsonTokenType.StartArray => PropertyType.Array,
        JsonTokenType.String => PropertyType.String,
        JsonTokenType.Number => PropertyType.Number,
        JsonTokenType.True or JsonTokenType.False => PropertyType.Boolean,
        _ => null,
    };

    // What not every database can keep apart from another name, or keep at all, is not watched.
    private static bool IsWatched(ReadOnlySpan<char> name) =>
        name.Length is > 0 and <= EventPropertyType.MaxPropertyLength
        && !char.IsWhiteSpace(name[^1])
        && !name.ContainsAnyInRange('\u0000', '\u001f');

    private void Walk(ReceivedEvent row, string json, ref Dictionary<(WorkspaceId, string, string, PropertyType), EventPropertyType>? found)
    {
        var known = _known.GetValueOrDefault((row.WorkspaceId, row.EventName));
        var lookup = known?.GetAlternateLookup<ReadOnlySpan<char>>();
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(json.Length));
        Span<char> buffer = stackalloc char[MaxWrittenLength];
        var reader = new Utf8JsonReader(bytes.AsSpan(0, Encoding.UTF8.GetBytes(json, bytes)), Deep);
        reader.Read();
        for (var count = 0; count < EventPropertyType.MaxProperties && reader.Read() && reader.TokenType == JsonTokenType.PropertyName; count++)
        {
            var name = reader.ValueSpan.Length > MaxWrittenLength ? [] : buffer[..reader.CopyString(buffer)];
            reader.Read();
            if (TypeOf(reader.TokenType) is { } type && IsWatched(name))
            {
                var bits = 0;
                lookup?.TryGetValue(name, out bits);
                if ((bits & Bit(type)) == 0 && (bits != 0 || known is null || known.Count < EventPropertyType.MaxProperties))
                {
                    var property = name.ToString();
                    found ??= [];
                    found.TryAdd(
                        (row.WorkspaceId, row.EventName, property, type),
                        EventPropertyType.FirstSeen(row.WorkspaceId, row.EventName, property, type, row.Id));
                }
            }

            reader.Skip();
        }

        ArrayPool<byte>.Shared.Return(bytes);
    }
}
