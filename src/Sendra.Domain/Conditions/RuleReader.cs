using System.Text.Json;
using Sendra.Domain.Calendar;
using Sendra.Domain.Common;

namespace Sendra.Domain.Conditions;

/// <summary>Reads one rule and gathers everything that is wrong with it.</summary>
internal sealed class RuleReader(ICollection<DefinitionProblem> problems)
{
    internal FieldRule? Read(JsonElement json, string path)
    {
        foreach (var property in json.EnumerateObject().Where(property => property.Name is not ("field" or "op" or "value" or "caseInsensitive")))
        {
            Refuse($"{path}.{property.Name}", $"A rule has field, op, value and caseInsensitive, but no {Excerpt.Name(property.Name)}.");
        }

        var field = ReadField(json, $"{path}.field");
        var op = Member(json, "op") is var given && Operator.Named(given.TextOrNull()) is { } known
            ? known
            : Refuse<Operator>($"{path}.op", $"The operator is {Excerpt.Value(given)}. It must be one of {string.Join(", ", Operator.All.Select(each => each.Name))}.");
        var operand = op is null ? null : ReadOperand(op, Member(json, "value"), $"{path}.value");
        var ignoresCase = Member(json, "caseInsensitive") is { ValueKind: not JsonValueKind.Undefined } flag && ReadFlag(flag, $"{path}.caseInsensitive");
        return field is null || op is null || operand is null ? null : new FieldRule(field, op, operand, ignoresCase);
    }

    private static JsonElement Member(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value : default;

    private FieldPath? ReadField(JsonElement json, string path) =>
        !json.TryGetProperty("field", out var given) || given.ValueKind == JsonValueKind.String
            ? FieldPath.TryParse(given.TextOrNull(), out var field, out var problem) ? field : Refuse<FieldPath>(path, problem)
            : Refuse<FieldPath>(path, $"The field is {Excerpt.Value(given)}; it must be text like contact.email or event.order.id.");

    private bool ReadFlag(JsonElement json, string path)
    {
        if (json.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Refuse(path, "caseInsensitive must be true or false.");
        }

        return json.ValueKind == JsonValueKind.True;
    }

    private Operand? ReadOperand(Operator op, JsonElement value, string path)
    {
        if (op.Takes == OperandKind.None)
        {
            return value.ValueKind == JsonValueKind.Undefined ? Operand.None : Refuse<Operand>(path, $"{op.Name} takes no value.");
        }

        if (op.Takes == OperandKind.Duration)
        {
            return IsoDuration.TryParse(value.TextOrNull(), IsoDuration.MaxDays, mayBeNegative: false, out var duration, out var problem)
                ? Operand.Of(duration)
                : Refuse<Operand>(path, $"The value of {op.Name} {problem}.");
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return value.EnumerateObject().Count() == 1 && value.TryGetProperty("field", out _)
                ? ReadField(value, $"{path}.field") is { } other ? Operand.Of(other) : null
                : Refuse<Operand>(path, "The value is an object. To compare with another field, write { \"field\": \"trigger.orderId\" }.");
        }

        return Problem(op, value) is { } wrong ? Refuse<Operand>(path, $"The value of {op.Name} {wrong}.") : Operand.Of(value);
    }

    /// <summary>What is wrong with a value, as the end of a sentence; null when nothing is.</summary>
    private static string? Problem(Operator op, JsonElement value) => op.Takes switch
    {
        OperandKind.List => ProblemWithList(value),
        _ when value.ValueKind == JsonValueKind.Undefined => "is missing",
        _ when value.ValueKind == JsonValueKind.Null => "is null. To check whether there is a value, use exists or notExists",
        OperandKind.Text when value.ValueKind != JsonValueKind.String => "must be text",
        OperandKind.Ordered when value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number) => "must be a number or text",
        OperandKind.Date when !DateText.TryRead(value.TextOrNull(), NodaTime.DateTimeZone.Utc, out _) =>
            "must be an ISO 8601 date like 2026-01-31 or 2026-01-31T12:00:00Z",
        _ => ProblemWithScalar(value),
    };

    private static string? ProblemWithList(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() is 0 or > Operand.MaxListItems)
        {
            return $"must be a list of 1 to {Operand.MaxListItems} values";
        }

        return value.EnumerateArray().Select(ProblemWithScalar).FirstOrDefault(problem => problem is not null) is { } wrong ? $"has an item that {wrong}" : null;
    }

    private static string? ProblemWithScalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => null,
        JsonValueKind.Number when value.GetRawText().Length > Operand.MaxNumberLength => $"has more than {Operand.MaxNumberLength} digits",
        JsonValueKind.Number when JsonNumber.Compare(value, value) is null => "is a number too large to compare",
        JsonValueKind.Number => null,
        JsonValueKind.String when value.TextOrNull() is not { } text || Text.HasLoneSurrogate(text) => "isn't valid Unicode",
        JsonValueKind.String when value.TextOrNull() is { Length: > Operand.MaxTextLength } => $"has more than {Operand.MaxTextLength} characters",
        JsonValueKind.String => null,
        JsonValueKind.Null => "is null, which no value equals",
        _ => $"is {Excerpt.Value(value)}; it must be text, a number, true or false",
    };

    private T? Refuse<T>(string path, string message)
        where T : class
    {
        Refuse(path, message);
        return null;
    }

    private void Refuse(string path, string message) => problems.Add(new(path, message));
}
