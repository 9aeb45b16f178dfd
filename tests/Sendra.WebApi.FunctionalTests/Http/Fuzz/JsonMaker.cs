using System.Text;
using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.Http.Fuzz;

/// <summary>Writes JSON bodies that fit their schema, but for a part that does not.</summary>
/// <param name="document">The OpenAPI document, where schemas refer to others.</param>
/// <param name="random">Decides.</param>
/// <param name="known">Texts that mean something to this server.</param>
/// <param name="hostility">Of 100 values, how many are hostile.</param>
internal sealed class JsonMaker(JsonElement document, Random random, Known known, int hostility)
{
    private const int MaxDepth = 6;

    public string Make(JsonElement schema)
    {
        var text = new StringBuilder();
        Write(text, schema, 0);
        return text.ToString();
    }

    /// <summary>A text for a parameter.</summary>
    public string MakeText(JsonElement schema)
    {
        schema = Resolve(schema);
        return random.Next(100) < hostility ? Pick(Hostile.Texts)
            : schema.TryGetProperty("enum", out var values) ? values[random.Next(values.GetArrayLength())].GetString()!
            : TypeOf(schema) switch
            {
                "integer" => $"{random.Next(1, 200)}",
                "boolean" => random.Next(2) == 0 ? "true" : "false",
                _ => Pick(known.Texts),
            };
    }

    /// <summary>A text for a place in a path: mostly the id of something that is there.</summary>
    public string MakeSegment(string path, JsonElement schema)
    {
        var ids = known.IdsFor(path);
        var segment = ids.Count > 0 && random.Next(5) > 0 ? Pick(ids) : MakeText(schema);

        // The server itself refuses NUL in a path, before Sendra sees the request (RawRequestTests).
        return segment.Contains('\0', StringComparison.Ordinal) ? "no-nul" : segment;
    }

    private void Write(StringBuilder text, JsonElement schema, int depth)
    {
        schema = Resolve(schema);
        if (random.Next(100) < hostility || depth > MaxDepth)
        {
            text.Append(random.Next(2) == 0 ? Pick(Hostile.Values) : JsonSerializer.Serialize(Pick(Hostile.Texts)));
        }
        else if (schema.TryGetProperty("example", out var example) && random.Next(3) > 0)
        {
            text.Append(example.GetRawText());
        }
        else if (schema.TryGetProperty("enum", out var values))
        {
            text.Append(values[random.Next(values.GetArrayLength())].GetRawText());
        }
        else
        {
            WriteByType(text, schema, depth);
        }
    }

    private void WriteByType(StringBuilder text, JsonElement schema, int depth)
    {
        switch (TypeOf(schema))
        {
            case "object":
                WriteObject(text, schema, depth);
                break;
            case "array":
                text.Append('[').AppendJoin(',', Enumerable.Range(0, random.Next(4)).Select(_ => Make(schema.GetProperty("items"), depth + 1))).Append(']');
                break;
            case "boolean":
                text.Append(random.Next(2) == 0 ? "true" : "false");
                break;
            case "integer" or "number":
                text.Append(random.Next(-1, 100));
                break;
            case "string":
                text.Append(JsonSerializer.Serialize(Pick(known.Texts)));
                break;
            default:
                text.Append(Pick(Hostile.Values));
                break;
        }
    }

    private void WriteObject(StringBuilder text, JsonElement schema, int depth)
    {
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()).ToHashSet() : [];
        var fields = new List<string>();
        if (schema.TryGetProperty("properties", out var properties))
        {
            fields.AddRange(properties.EnumerateObject()
                .Where(property => random.Next(100) >= hostility && (required.Contains(property.Name) || random.Next(2) == 0))
                .Select(property => $"{JsonSerializer.Serialize(property.Name)}:{Make(property.Value, depth + 1)}"));
        }

        if (fields.Count > 0 && random.Next(100) < hostility)
        {
            fields.Add(Pick(fields));
        }

        if (random.Next(100) < hostility || (schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.Object))
        {
            fields.Add($"{JsonSerializer.Serialize(Pick(Hostile.Texts))}:{Pick(Hostile.Values)}");
        }

        text.Append('{').AppendJoin(',', fields).Append('}');
    }

    private string Make(JsonElement schema, int depth)
    {
        var text = new StringBuilder();
        Write(text, schema, depth);
        return text.ToString();
    }

    private JsonElement Resolve(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            schema = document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        }

        return schema;
    }

    private static string? TypeOf(JsonElement schema) => schema.TryGetProperty("type", out var type) ? type.GetString() : null;

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
