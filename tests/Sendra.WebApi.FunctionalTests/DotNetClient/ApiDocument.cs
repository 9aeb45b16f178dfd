using System.Reflection;
using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.DotNetClient;

/// <summary>The committed OpenAPI document, and what the client has of it.</summary>
internal sealed class ApiDocument
{
    private readonly JsonElement _root = Load();

    /// <summary>All calls, as <c>get /api/events</c>.</summary>
    public IEnumerable<string> Calls =>
        from path in _root.GetProperty("paths").EnumerateObject()
        from method in path.Value.EnumerateObject()
        select $"{method.Name} {path.Name}";

    /// <summary>The call that a recorded one is; null when there is none. A path without parameters comes first.</summary>
    public string? Find(RecordedCall call) => Calls
        .Where(name => name.Split(' ') is [var method, var path] && method == call.Method && Fits(path, call.Path))
        .MinBy(name => name.Count(letter => letter == '{'));

    public IEnumerable<string> QueryOf(string call) => Operation(call).TryGetProperty("parameters", out var parameters)
        ? parameters.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "query").Select(parameter => parameter.GetProperty("name").GetString()!)
        : [];

    /// <summary>How a body differs from what the call takes.</summary>
    public IEnumerable<string> Compare(string call, JsonElement body) =>
        Compare(Resolve(Operation(call).GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema")), body, call);

    /// <summary>How a type differs from what the call answers.</summary>
    public IEnumerable<string> Compare(string call, Type answer)
    {
        var schema = Operation(call).GetProperty("responses").EnumerateObject().Where(response => response.Name[0] == '2')
            .Select(response => Resolve(response.Value.GetProperty("content").GetProperty("application/json").GetProperty("schema"))).First();
        var isPage = schema.TryGetProperty("properties", out var fields) && fields.TryGetProperty("nextCursor", out _);
        return Compare(isPage ? fields.GetProperty("items").GetProperty("items") : schema, answer, answer.Name, []);
    }

    private static JsonElement Load()
    {
        using var stream = typeof(ApiDocument).Assembly.GetManifestResourceStream("openapi.json")!;
        return JsonDocument.Parse(stream).RootElement;
    }

    private static bool Fits(string pattern, string path)
    {
        var (parts, found) = (pattern.Split('/'), path.Split('/'));
        return parts.Length == found.Length && parts.Zip(found).All(pair => pair.First == pair.Second || pair.First.StartsWith('{'));
    }

    private JsonElement Operation(string call) => _root.GetProperty("paths").GetProperty(call.Split(' ')[1]).GetProperty(call.Split(' ')[0]);

    private JsonElement Resolve(JsonElement schema) => schema.TryGetProperty("$ref", out var name)
        ? _root.GetProperty("components").GetProperty("schemas").GetProperty(name.GetString()!.Split('/')[^1])
        : schema;

    private IEnumerable<string> Compare(JsonElement unresolved, JsonElement value, string where)
    {
        var schema = Resolve(unresolved);
        if (schema.TryGetProperty("enum", out var names))
        {
            return names.EnumerateArray().Any(name => name.ValueEquals(value.GetString())) ? [] : [$"{where}: {value} is no choice"];
        }

        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            return value.EnumerateArray().SelectMany(item => Compare(items, item, $"{where}[]"));
        }

        if (value.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("properties", out var fields))
        {
            return schema.TryGetProperty("type", out var type) && type.GetString() != KindOf(value) ? [$"{where}: sent as {value.ValueKind}, documented as {type}"] : [];
        }

        string[] documented = [.. fields.EnumerateObject().Select(field => field.Name)];
        string[] sent = [.. value.EnumerateObject().Select(field => field.Name)];
        var isOpen = schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.Object;
        return documented.Except(sent).Select(name => $"{where}.{name} is not sent")
            .Concat(isOpen ? [] : sent.Except(documented).Select(name => $"{where}.{name} is not documented"))
            .Concat(documented.Intersect(sent).SelectMany(name => Compare(fields.GetProperty(name), value.GetProperty(name), $"{where}.{name}")));
    }

    private IEnumerable<string> Compare(JsonElement unresolved, Type type, string where, HashSet<Type> seen)
    {
        var schema = Resolve(unresolved);
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (schema.TryGetProperty("enum", out var names))
        {
            // A code may stay text: new ones are no trouble then.
            return type == typeof(string) ? []
                : !type.IsEnum ? [$"{where} should be an enum"]
                : names.EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal)
                    .SequenceEqual(Enum.GetNames(type)[1..].Select(JsonNamingPolicy.CamelCase.ConvertName).Order(StringComparer.Ordinal)) ? [] : [$"{where} has other choices than {type.Name}"];
        }

        if (!schema.TryGetProperty("properties", out var fields))
        {
            return FitsValue(schema, type) ? schema.TryGetProperty("items", out var items) ? Compare(items, type.GetGenericArguments()[0], $"{where}[]", seen)
                : schema.TryGetProperty("additionalProperties", out var values) && values.ValueKind == JsonValueKind.Object ? Compare(values, type.GetGenericArguments()[1], $"{where}[]", seen)
                : [] : [$"{where} is a {type.Name}"];
        }

        if (!seen.Add(type))
        {
            return [];
        }

        var properties = type.GetProperties(BindingFlags.Instance | BindingFlags.Public).ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
        string[] documented = [.. fields.EnumerateObject().Select(field => field.Name)];
        return properties.Keys.Except(documented).Select(name => $"{where}.{name} is not documented")
            .Concat(documented.Except(properties.Keys).Select(name => $"{where}.{name} is missing"))
            .Concat(documented.Intersect(properties.Keys).SelectMany(name => Compare(fields.GetProperty(name), properties[name].PropertyType, $"{where}.{name}", seen)));
    }

    private static bool FitsValue(JsonElement schema, Type type) =>
        (schema.TryGetProperty("type", out var name) ? name.GetString() : null, schema.TryGetProperty("format", out var format) ? format.GetString() : null) switch
        {
            ("string", "date-time") => type == typeof(DateTimeOffset),
            ("string", _) => type == typeof(string),
            ("integer", "int64") => type == typeof(long),
            ("integer", _) => type == typeof(int),
            ("number", _) => type == typeof(double),
            ("boolean", _) => type == typeof(bool),
            ("array", _) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>),
            ("object", _) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>),
            _ => type == typeof(JsonElement) || type == typeof(object),
        };

    private static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => "integer",
        JsonValueKind.Array => "array",
        _ => "object",
    };
}
