using System.Text.Json;
using NodaTime;
using Sendra.Domain.Calendar;
using Sendra.Domain.Common;

namespace Sendra.Domain.EventPatterns;

/// <summary>What a schema asks of one property, which stands at the top of an event's properties. Null reads as missing.</summary>
public sealed class SchemaProperty
{
    /// <summary>The greatest length of a name, in characters.</summary>
    public const int MaxNameLength = EventPropertyType.MaxPropertyLength;

    /// <summary>How many values may be allowed.</summary>
    public const int MaxAllowed = 50;

    /// <summary>The greatest length of an allowed value as JSON, in characters.</summary>
    public const int MaxValueLength = 200;

    private readonly JsonElement[] _allowed;

    private SchemaProperty(string name, SchemaType type, bool required, IReadOnlyList<RawJson>? allowed)
    {
        Name = name;
        Type = type;
        Required = required;
        Allowed = allowed;
        _allowed = [.. (allowed ?? []).Select(value => JsonElement.Parse(value.Text))];
    }

    public string Name { get; }

    public SchemaType Type { get; }

    /// <summary>True when an event must have it.</summary>
    public bool Required { get; }

    /// <summary>The values that it may have; null for any.</summary>
    public IReadOnlyList<RawJson>? Allowed { get; }

    /// <summary>A property that was seen.</summary>
    public static SchemaProperty Learned(string name, SchemaType type, bool required) => new(name, type, required, null);

    /// <summary>Reads a property as it was written.</summary>
    /// <param name="path">Its field in the HTTP body.</param>
    /// <param name="problems">All that is wrong is added.</param>
    /// <returns>The property; null when something is wrong.</returns>
    internal static SchemaProperty? Read(SchemaPropertyText? text, string path, List<DefinitionProblem> problems)
    {
        var before = problems.Count;
        void Refuse(string field, string? problem)
        {
            if (problem is not null)
            {
                problems.Add(new DefinitionProblem(path + field, $"{path}{field} {problem}."));
            }
        }

        if (text is null)
        {
            Refuse("", "must be a JSON object");
            return null;
        }

        Refuse(".name", NameProblem(text.Name));
        Refuse(".type", text.Type is null ? "is required" : Enum.IsDefined(text.Type.Value) ? null : "is not known");
        if (text.Allowed is { } allowed)
        {
            Refuse(".allowed", AllowedProblem(allowed, text.Type));
        }

        return problems.Count == before
            ? new SchemaProperty(text.Name!, text.Type!.Value, text.Required ?? false, text.Allowed is { } values ? [.. values.Select(value => value!.Value)] : null)
            : null;
    }

    /// <summary>What is wrong with an event's property, as a sentence; null when it fits.</summary>
    /// <param name="value">What stands there; undefined when nothing does.</param>
    internal string? ProblemOf(JsonElement value)
    {
        var field = $"eventProperties.{Excerpt.Clean(Name)}";
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return Required ? $"{field} is required." : null;
        }

        return !IsOf(value, Type) ? $"{field} must be {Words(Type)}, but is {Excerpt.Value(value)}."
            : _allowed.Length > 0 && !Array.Exists(_allowed, one => AreEqual(one, value)) ? $"{field} is {Excerpt.Value(value)}, which is not one of the allowed values."
            : null;
    }

    private static string? NameProblem(string? name) => name switch
    {
        null or "" => "is required",
        { Length: > MaxNameLength } => $"must be at most {MaxNameLength} characters",
        _ when Text.HasControlCharacter(name) => "must not have control characters",
        _ when Text.HasLoneSurrogate(name) => "must be valid Unicode",
        _ => null,
    };

    private static string? AllowedProblem(IReadOnlyList<RawJson?> allowed, SchemaType? type) => type switch
    {
        _ when allowed.Count is 0 or > MaxAllowed => $"must hold 1 to {MaxAllowed} values; leave it out to allow any",
        SchemaType.Date or SchemaType.Object or SchemaType.List => "goes with text, numbers and booleans only",
        { } known when allowed.Any(value => value is not { } json || !IsOf(JsonElement.Parse(json.Text), known)) => $"must hold values of the property's type: each {Words(known)}",
        _ when allowed.Any(value => value!.Value.Text.Length > MaxValueLength) => $"must hold values of at most {MaxValueLength} characters",
        _ => null,
    };

    private static bool IsOf(JsonElement value, SchemaType type) => type switch
    {
        SchemaType.Text => value.ValueKind == JsonValueKind.String,
        SchemaType.Number => value.ValueKind == JsonValueKind.Number,
        SchemaType.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        SchemaType.Date => DateText.TryRead(value.TextOrNull(), DateTimeZone.Utc, out _),
        SchemaType.Object => value.ValueKind == JsonValueKind.Object,
        SchemaType.List => value.ValueKind == JsonValueKind.Array,
    };

    private static bool AreEqual(JsonElement allowed, JsonElement value) => allowed.ValueKind switch
    {
        JsonValueKind.Number => JsonNumber.Compare(allowed, value) == 0,
        JsonValueKind.String => allowed.TextOrNull() is { } text && text == value.TextOrNull(),
        _ => allowed.ValueKind == value.ValueKind,
    };

    private static string Words(SchemaType type) => type switch
    {
        SchemaType.Text => "text",
        SchemaType.Number => "a number",
        SchemaType.Boolean => "true or false",
        SchemaType.Date => "an ISO 8601 date",
        SchemaType.Object => "an object",
        SchemaType.List => "a list",
    };
}
