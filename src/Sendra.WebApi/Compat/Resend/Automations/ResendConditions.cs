using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>Resend's rules as Sendra's conditions, and back.</summary>
internal static class ResendConditions
{
    // The same question in both languages. Not equal is a question of its own: here a missing field is not equal to anything.
    private static readonly (string Theirs, string Ours, string? Takes)[] Operators =
    [
        ("eq", "equals", null), ("gt", "greaterThan", "number"), ("gte", "atLeast", "number"), ("lt", "lessThan", "number"), ("lte", "atMost", "number"),
        ("contains", "contains", "text"), ("starts_with", "startsWith", "text"), ("ends_with", "endsWith", "text"),
    ];

    /// <summary>The rule as a condition; null when something is wrong with it.</summary>
    /// <param name="rule">The rule. Without a type it is a single one.</param>
    /// <param name="field">Where it stands.</param>
    /// <param name="eventRoot">What Resend's <c>event</c> is called here.</param>
    /// <param name="step">Gathers what is wrong.</param>
    public static JsonObject? ToOurs(JsonElement rule, string field, string eventRoot, ResendStepReader step)
    {
        if (rule.ValueKind != JsonValueKind.Object)
        {
            return step.Refuse<JsonObject>(field, "must be a rule");
        }

        return TextOf(rule, "type") switch
        {
            "and" => Group(rule, "all", field, eventRoot, step),
            "or" => Group(rule, "any", field, eventRoot, step),
            "rule" => Rule(rule, field, eventRoot, step),
            null when !rule.TryGetProperty("type", out _) => Rule(rule, field, eventRoot, step),
            _ => step.Refuse<JsonObject>($"{field}.type", "must be rule, and or or"),
        };
    }

    /// <summary>The condition as a rule; null when Resend has none that asks the same.</summary>
    public static JsonObject? ToTheirs(JsonElement condition, string eventRoot)
    {
        foreach (var (ours, theirs) in ((string, string)[])[("all", "and"), ("any", "or")])
        {
            if (condition.TryGetProperty(ours, out var parts))
            {
                var rules = parts.EnumerateArray().Select(part => ToTheirs(part, eventRoot)).ToArray();
                return rules.Contains(null) ? null : new JsonObject { ["type"] = theirs, ["rules"] = new JsonArray([.. rules]) };
            }
        }

        if (condition.TryGetProperty("not", out var not))
        {
            var rule = TextOf(not, "op") == "equals" ? ToTheirs(not, eventRoot) : null;
            if (rule is not null)
            {
                rule["operator"] = "neq";
            }

            return rule;
        }

        return TextOf(condition, "field") is { } text && ResendFields.ToTheirs(text, eventRoot) is { } field && !condition.TryGetProperty("caseInsensitive", out _)
            ? Asked(condition, field)
            : null;
    }

    private static JsonObject? Asked(JsonElement condition, string field)
    {
        var op = TextOf(condition, "op");
        var known = Array.Find(Operators, known => known.Ours == op).Theirs;
        return op switch
        {
            "exists" => new JsonObject { ["type"] = "rule", ["field"] = field, ["operator"] = "exists" },
            "notExists" => new JsonObject { ["type"] = "rule", ["field"] = field, ["operator"] = "eq", ["value"] = null },
            _ when known is not null && condition.GetProperty("value") is { ValueKind: not JsonValueKind.Object } value =>
                new JsonObject { ["type"] = "rule", ["field"] = field, ["operator"] = known, ["value"] = JsonNode.Parse(value.GetRawText()) },
            _ => null,
        };
    }

    private static JsonObject? Group(JsonElement group, string name, string field, string eventRoot, ResendStepReader step)
    {
        if (!group.TryGetProperty("rules", out var rules) || rules.ValueKind != JsonValueKind.Array || rules.GetArrayLength() == 0)
        {
            return step.Refuse<JsonObject>($"{field}.rules", "must be a list of at least one rule");
        }

        var parts = rules.EnumerateArray().Select((rule, i) => ToOurs(rule, $"{field}.rules[{i}]", eventRoot, step)).ToArray();
        return parts.Contains(null) ? null : new JsonObject { [name] = new JsonArray([.. parts]) };
    }

    private static JsonObject? Rule(JsonElement rule, string at, string eventRoot, ResendStepReader step)
    {
        if (ResendFields.ToOurs(TextOf(rule, "field"), eventRoot, out var problem) is not { } field)
        {
            return step.Refuse<JsonObject>($"{at}.field", problem!);
        }

        var op = TextOf(rule, "operator");
        rule.TryGetProperty("value", out var value);
        var isNothing = value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;
        switch (op)
        {
            case "exists":
                return Of(field, "exists");
            case "is_empty":
                return new JsonObject { ["any"] = new JsonArray(Of(field, "notExists"), Of(field, "equals", JsonValue.Create(""))) };
            case "eq" when value.ValueKind == JsonValueKind.Null:
                return Of(field, "notExists");
            case "neq" when value.ValueKind == JsonValueKind.Null:
                return Of(field, "exists");
            case "neq":
                return Value(value, null, at, step) is { } other ? new JsonObject { ["not"] = Of(field, "equals", other) } : null;
        }

        var known = Array.Find(Operators, known => known.Theirs == op);
        return known.Ours is null ? step.Refuse<JsonObject>($"{at}.operator", "must be eq, neq, gt, gte, lt, lte, contains, starts_with, ends_with, exists or is_empty")
            : isNothing ? step.Refuse<JsonObject>($"{at}.value", "is required")
            : Value(value, known.Takes, at, step) is { } given ? Of(field, known.Ours, given)
            : null;
    }

    private static JsonNode? Value(JsonElement value, string? takes, string at, ResendStepReader step)
    {
        var fits = takes switch
        {
            "number" => value.ValueKind == JsonValueKind.Number,
            "text" => value.ValueKind == JsonValueKind.String,
            _ => value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False,
        };
        return fits ? JsonNode.Parse(value.GetRawText()) : step.Refuse<JsonNode>($"{at}.value", takes is null ? "must be text, a number, true, false or null" : takes == "text" ? "must be text" : "must be a number");
    }

    private static JsonObject Of(string field, string op, JsonNode? value = null)
    {
        var rule = new JsonObject { ["field"] = field, ["op"] = op };
        if (value is not null)
        {
            rule["value"] = value;
        }

        return rule;
    }

    private static string? TextOf(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
