using System.Text.Json;
using Sendra.Domain.Common;

namespace Sendra.Domain.EventSources;

/// <summary>What a path led to in one delivery, or in plain words what was missing.</summary>
public sealed class PathValue
{
    private const int MaxListedNames = 6;

    private readonly string? _header;

    private PathValue(bool isFound, string description, string? text = null, string? header = null, JsonElement? json = null)
    {
        IsFound = isFound;
        Description = description;
        Text = text;
        _header = header;
        Json = json;
    }

    /// <summary>Whether something, be it null, stood at the path.</summary>
    public bool IsFound { get; }

    /// <summary>Whether something stands there that says anything: no null, and no empty text, which senders write for "not given".</summary>
    public bool IsGiven => Json is { } json
        ? json.ValueKind != JsonValueKind.Null && !(json.ValueKind == JsonValueKind.String && json.ValueEquals(""))
        : Text is { Length: > 0 };

    /// <summary>Whether several places were tried in vain.</summary>
    public bool IsOfSeveral { get; private init; }

    /// <summary>
    /// For people. Found: what stands there, <c>a number (42)</c>. Not found: where the way ended, <c>`data` has no `customer`</c>.
    /// </summary>
    public string Description { get; }

    /// <summary>The text when a JSON string or a header stands there; otherwise null.</summary>
    public string? Text { get; }

    /// <summary>The value exactly as it was sent (a header as a JSON string); null when nothing was found.</summary>
    public string? RawJson => Json?.GetRawText() ?? _header;

    /// <summary>The value in the body; null when nothing was found, and for a header.</summary>
    internal JsonElement? Json { get; }

    /// <summary>The text of a string, the digits of a number; null for anything else. For ids, which senders write either way.</summary>
    public string? Scalar => Text ?? (Json is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : null);

    internal static PathValue InHeader(string name, RequestHeaders headers) =>
        headers[name] is { } value
            ? new PathValue(true, $"the text {Excerpt.Text(value)}", value, JsonSerializer.Serialize(value))
            : new PathValue(false, $"the request has no header {Excerpt.Name(name)}");

    internal static PathValue OfName(string name) => new(true, $"the text {Excerpt.Text(name)}", name, JsonSerializer.Serialize(name));

    /// <summary>None of several places had what was wanted: the most telling value, and what stood at each.</summary>
    internal static PathValue OfNone(IReadOnlyList<(string Place, PathValue Value)> tried)
    {
        var telling = tried.MaxBy(one => one.Value switch
        {
            { Text: not (null or "") } => 3,
            { IsGiven: true } => 2,
            { IsFound: true } => 1,
            _ => 0,
        }).Value;
        return new PathValue(telling.IsFound, string.Join("; ", tried.Select(one => one.Value.At(one.Place))), telling.Text, telling._header, telling.Json) { IsOfSeveral = true };
    }

    /// <summary>What stands at the place, or that nothing does, as half a sentence.</summary>
    internal string At(string place) => (IsOfSeveral, IsFound) switch
    {
        (true, _) => Description,
        (_, true) => $"at `{place}` stands {Description}",
        _ => $"at `{place}` nothing, because {Description}",
    };

    /// <summary>Where it was looked for in vain, and what stood there, as the end of a sentence.</summary>
    internal string Where(string path) => IsOfSeveral ? $"in any of these places: {Description}" : $"at `{path}`: {Description}";

    /// <param name="root">Where the way begins.</param>
    /// <param name="name">What that is called.</param>
    internal static PathValue InBody(JsonElement root, IReadOnlyList<string> segments, string name = Payload.Name)
    {
        var here = root;
        for (var i = 0; i < segments.Count; i++)
        {
            if (!DotPath.TryStep(here, segments[i], out var next))
            {
                return new PathValue(false, WhatIsMissing(here, segments, i, name));
            }

            here = next;
        }

        return new PathValue(true, Describe(here), here.ValueKind == JsonValueKind.String ? here.GetString() : null, null, here);
    }

    private static string WhatIsMissing(JsonElement here, IReadOnlyList<string> segments, int at, string root)
    {
        var place = at == 0
            ? root
            : Excerpt.Name(string.Join('.', segments.Take(at)));
        var name = segments[at];
        switch (here.ValueKind)
        {
            case JsonValueKind.Object:
                var names = here.EnumerateObject().Select(field => field.Name);
                var other = names.FirstOrDefault(field => field.Equals(name, StringComparison.OrdinalIgnoreCase));
                return other is null
                    ? $"{place} has no {Excerpt.Name(name)}{Listed([.. names.Take(MaxListedNames + 1)])}"
                    : $"{place} has no {Excerpt.Name(name)} but {Excerpt.Name(other)}, and case matters";
            case JsonValueKind.Array when name.All(char.IsAsciiDigit):
                return $"{place} is {Describe(here)}, and counting starts at 0, so it has no {Excerpt.Name(name)}";
            case JsonValueKind.Array:
                return $"{place} is {Describe(here)}; a number must say which item, before {Excerpt.Name(name)}";
            default:
                return $"{place} is {Describe(here)} and has nothing inside, so no {Excerpt.Name(name)}";
        }
    }

    private static string Listed(IReadOnlyList<string> names) => names.Count == 0
        ? " (it is empty)"
        : $" (it has {string.Join(", ", names.Take(MaxListedNames).Select(Excerpt.Name))}{(names.Count > MaxListedNames ? ", …" : "")})";

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any() ? "an object" : "an empty object",
        JsonValueKind.Array when value.GetArrayLength() == 0 => "an empty list",
        JsonValueKind.Array when value.GetArrayLength() == 1 => "a list of 1 item",
        JsonValueKind.Array => $"a list of {value.GetArrayLength()} items",
        JsonValueKind.String => $"the text {Excerpt.Text(value.GetString()!)}",
        JsonValueKind.Number => $"a number ({Excerpt.Clean(value.GetRawText())})",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };
}
