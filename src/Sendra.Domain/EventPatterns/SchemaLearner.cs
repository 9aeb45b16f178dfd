using System.Text.Json;
using NodaTime;
using Sendra.Domain.Calendar;
using Sendra.Domain.Common;

namespace Sendra.Domain.EventPatterns;

/// <summary>
/// Makes a schema of events that came: a property with one type is named, and required when each of them had it. What came with
/// several types is left out, as no schema could say it.
/// </summary>
public sealed class SchemaLearner
{
    /// <summary>How many events are looked at.</summary>
    public const int Events = 200;

    private readonly Dictionary<string, Seen> _seen = new(StringComparer.Ordinal);
    private int _events;

    /// <summary>Looks at one event.</summary>
    public void Take(RawJson? eventProperties)
    {
        _events++;
        if (eventProperties is not { } json || !json.Text.StartsWith('{'))
        {
            return;
        }

        using var document = JsonDocument.Parse(json.Text, new JsonDocumentOptions { MaxDepth = DotPath.MaxSegments });
        foreach (var property in document.RootElement.EnumerateObject())
        {
            if (TypeOf(property.Value) is { } type && NameOf(property) is { } name && (_seen.Count < EventSchema.MaxProperties || _seen.ContainsKey(name)))
            {
                var before = _seen.GetValueOrDefault(name) ?? new Seen(type, 0);
                _seen[name] = new Seen(Both(before.Type, type), before.Count + 1);
            }
        }
    }

    /// <summary>A schema with what was seen, beside what it says already.</summary>
    public EventSchema Complete(EventSchema schema) => schema.With(
        _seen.Where(one => one.Value.Type is not null)
            .OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => SchemaProperty.Learned(one.Key, one.Value.Type!.Value, one.Value.Count == _events)));

    // Some texts are dates, and others of the same property are not: then it is text.
    private static SchemaType? Both(SchemaType? before, SchemaType type) => (before, type) switch
    {
        _ when before == type => type,
        (SchemaType.Date, SchemaType.Text) or (SchemaType.Text, SchemaType.Date) => SchemaType.Text,
        _ => null,
    };

    private static SchemaType? TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => DateText.TryRead(value.TextOrNull(), DateTimeZone.Utc, out _) ? SchemaType.Date : SchemaType.Text,
        JsonValueKind.Number => SchemaType.Number,
        JsonValueKind.True or JsonValueKind.False => SchemaType.Boolean,
        JsonValueKind.Object => SchemaType.Object,
        JsonValueKind.Array => SchemaType.List,
        _ => null,
    };

    // A name that a schema can't have is passed over.
    private static string? NameOf(JsonProperty property)
    {
        try
        {
            var name = property.Name;
            return name.Length is > 0 and <= SchemaProperty.MaxNameLength && !Text.HasControlCharacter(name) ? name : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private sealed record Seen(SchemaType? Type, int Count);
}
