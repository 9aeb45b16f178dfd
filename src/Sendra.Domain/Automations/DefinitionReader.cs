using System.Text.Json;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Calendar;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Events;
using Sendra.Domain.Liquid;

namespace Sendra.Domain.Automations;

/// <summary>Reads one JSON object of a definition, field by field, and gathers what is wrong. <c>null</c> reads as absent.</summary>
internal sealed class DefinitionReader
{
    private readonly HashSet<string> _read = [];
    private readonly JsonElement _json;

    private DefinitionReader(JsonElement json, string path, ICollection<DefinitionProblem> problems) =>
        (_json, Path, Problems) = (json, path, problems);

    public string Path { get; }

    public ICollection<DefinitionProblem> Problems { get; }

    /// <summary>A reader of a JSON object, or null, after a problem, of anything else.</summary>
    public static DefinitionReader? Open(JsonElement json, string path, ICollection<DefinitionProblem> problems)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            return new DefinitionReader(json, path, problems);
        }

        problems.Add(new DefinitionProblem(path, $"{path} must be a JSON object."));
        return null;
    }

    public string At(string field) => $"{Path}.{field}";

    /// <param name="field">A field of this object.</param>
    /// <param name="problem">The end of a sentence that begins with the field.</param>
    public void Refuse(string field, string problem) => Problems.Add(new DefinitionProblem(At(field), $"{At(field)} {problem}."));

    public JsonElement? Optional(string field)
    {
        _read.Add(field);
        return _json.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    public JsonElement? Required(string field)
    {
        var value = Optional(field);
        if (value is null)
        {
            Refuse(field, "is required");
        }

        return value;
    }

    /// <summary>A JSON text, or null when there is none; the caller says whether it must be there.</summary>
    public string? Text(string field)
    {
        var value = Optional(field);
        if (value is { ValueKind: not JsonValueKind.String })
        {
            Refuse(field, "must be text");
        }

        return value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
    }

    public string? RequiredText(string field) => Required(field) is null ? null : Text(field);

    /// <summary>A name for people.</summary>
    public string? Name(string field, int maxLength)
    {
        var text = Text(field);
        var problem = text switch
        {
            null => null,
            _ when string.IsNullOrWhiteSpace(text) => "must not be empty",
            _ when text.Length > maxLength => $"must be at most {maxLength} characters",
            _ when Common.Text.HasControlCharacter(text) => "must not have control characters",
            _ => null,
        };
        if (problem is not null)
        {
            Refuse(field, problem);
        }

        return text?.Trim();
    }

    /// <summary>A field that names a step; null when the run completes there.</summary>
    public StepId? Step(string field)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (StepId.TryParse(text, out var id, out var problem))
        {
            return id;
        }

        Refuse(field, problem);
        return null;
    }

    /// <summary>The required name of an event.</summary>
    public EventName? EventName(string field)
    {
        if (RequiredText(field) is not { } text)
        {
            return null;
        }

        if (!Events.EventName.TryParse(text, out var name, out var problem))
        {
            Refuse(field, problem);
        }

        return name;
    }

    /// <summary>A duration, or null when there is none.</summary>
    public IsoDuration? Duration(string field, int maxDays, bool mayBeNegative)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (!IsoDuration.TryParse(text, maxDays, mayBeNegative, out var duration, out var problem))
        {
            Refuse(field, problem);
        }

        return duration;
    }

    /// <summary>A required path of a field that conditions could read, too.</summary>
    public FieldPath? Field(string field)
    {
        if (RequiredText(field) is not { } text)
        {
            return null;
        }

        if (!FieldPath.TryParse(text, out var path, out var problem))
        {
            Problems.Add(new DefinitionProblem(At(field), $"{At(field)}: {problem}"));
        }

        return path;
    }

    /// <summary>A text with Liquid in it, or null when there is none.</summary>
    public LiquidText? Liquid(string field)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (!LiquidText.TryParse(text, out var liquid, out var problem))
        {
            Refuse(field, problem);
        }

        return liquid;
    }

    /// <summary>The items of a required list of 1 to <paramref name="max"/> JSON objects, each with its own reader.</summary>
    public IReadOnlyList<DefinitionReader> Objects(string field, int max)
    {
        if (Required(field) is not { } list)
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is var count && (count == 0 || count > max))
        {
            Refuse(field, $"must be a list of 1 to {max} objects");
            return [];
        }

        return [.. list.EnumerateArray().Select((item, i) => Open(item, $"{At(field)}[{i}]", Problems)).OfType<DefinitionReader>()];
    }

    /// <summary>Refuses the fields that nobody asked for.</summary>
    public void Close()
    {
        foreach (var property in _json.EnumerateObject().Where(property => !_read.Contains(property.Name)))
        {
            Refuse(property.Name, "isn't a known field");
        }
    }
}
