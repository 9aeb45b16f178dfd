using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sendra.Domain.Common;

namespace Sendra.Domain.EventPatterns;

/// <summary>What a pattern says of its events' properties. Properties that it does not name may be anything.</summary>
public sealed partial class EventSchema
{
    /// <summary>How many properties it may name.</summary>
    public const int MaxProperties = 100;

    /// <summary>The greatest length of it as JSON, in characters.</summary>
    public const int MaxLength = 32 * 1024;

    /// <summary>One that names no property.</summary>
    public static readonly EventSchema Empty = new([]);

    private EventSchema(IReadOnlyList<SchemaProperty> properties)
    {
        Properties = properties;
        Json = JsonSerializer.Serialize(
            [.. properties.Select(one => new Stored(one.Name, one.Type, one.Required, one.Allowed is { } allowed ? [.. allowed.Select(value => JsonElement.Parse(value.Text))] : null))],
            SchemaJson.Default.StoredArray);
    }

    public IReadOnlyList<SchemaProperty> Properties { get; }

    /// <summary>As it is stored.</summary>
    public string Json { get; }

    /// <summary>Checks a schema as it was written.</summary>
    /// <param name="problems">All that is wrong; empty when the answer is true.</param>
    public static bool TryCreate(
        IReadOnlyList<SchemaPropertyText?> texts, [NotNullWhen(true)] out EventSchema? schema, out IReadOnlyList<DefinitionProblem> problems)
    {
        var found = new List<DefinitionProblem>();
        schema = null;
        if (texts.Count > MaxProperties)
        {
            found.Add(new DefinitionProblem("properties", $"properties must hold at most {MaxProperties} properties."));
        }
        else
        {
            SchemaProperty?[] properties = [.. texts.Select((text, i) => SchemaProperty.Read(text, $"properties[{i}]", found))];
            found.AddRange(properties.Index().Where(one => one.Item is { } property && Array.FindIndex(properties, other => other?.Name == property.Name) < one.Index)
                .Select(one => new DefinitionProblem($"properties[{one.Index}].name", $"properties[{one.Index}].name is there twice.")));
            schema = found.Count == 0 ? new EventSchema(properties!) : null;
            if (schema?.Json.Length > MaxLength)
            {
                found.Add(new DefinitionProblem("properties", $"properties must be at most {MaxLength / 1024} KiB."));
                schema = null;
            }
        }

        problems = found;
        return schema is not null;
    }

    /// <summary>A schema that is known to be good, from the database.</summary>
    public static EventSchema Parse(string json) => new(
    [
        .. JsonSerializer.Deserialize(json, SchemaJson.Default.StoredArray)!.Select(one => SchemaProperty.Read(
            new SchemaPropertyText(one.Name, one.Type, one.Required, one.Allowed?.ConvertAll(value => (RawJson?)new RawJson(value.GetRawText()))), "", []) ?? throw new FormatException($"{one.Name} is no property.")),
    ]);

    /// <summary>The same with more properties; those that it names stay as they are.</summary>
    public EventSchema With(IEnumerable<SchemaProperty> more) => new(
    [
        .. Properties,
        .. more.Where(one => Properties.All(known => known.Name != one.Name)).Take(MaxProperties - Properties.Count),
    ]);

    /// <summary>What of an event's properties does not fit, in the schema's order. Total: no input throws.</summary>
    public IReadOnlyList<SchemaViolation> Check(RawJson? eventProperties)
    {
        if (Properties.Count == 0)
        {
            return [];
        }

        using var document = eventProperties is { } json ? JsonDocument.Parse(json.Text, new JsonDocumentOptions { MaxDepth = DotPath.MaxSegments }) : null;
        var root = document?.RootElement ?? default;
        if (root.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined))
        {
            return [new SchemaViolation("eventProperties", $"eventProperties must be an object, but is {Excerpt.Value(root)}.")];
        }

        var violations = new List<SchemaViolation>();
        foreach (var property in Properties)
        {
            if (property.ProblemOf(DotPath.TryStep(root, property.Name, out var value) ? value : default) is { } problem)
            {
                violations.Add(new SchemaViolation($"eventProperties.{property.Name}", problem));
            }
        }

        return violations;
    }

    // Short names: a workspace's rules hold all that are enforced.
    private sealed record Stored(
        [property: JsonPropertyName("n")] string Name,
        [property: JsonPropertyName("t")] SchemaType Type,
        [property: JsonPropertyName("r")] bool Required,
        [property: JsonPropertyName("a")] List<JsonElement>? Allowed);

    [JsonSerializable(typeof(Stored[]))]
    private sealed partial class SchemaJson : JsonSerializerContext;
}
