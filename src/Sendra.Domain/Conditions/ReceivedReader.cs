using System.Text.Json;
using Sendra.Domain.Calendar;
using Sendra.Domain.Common;
using Sendra.Domain.Events;

namespace Sendra.Domain.Conditions;

/// <summary>Reads one rule over past events and gathers all that is wrong with it.</summary>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="readWhere">Reads the condition that the counted events must meet.</param>
internal sealed class ReceivedReader(ICollection<DefinitionProblem> problems, Func<JsonElement, string, Condition?> readWhere)
{
    private const string Fields = "received, where, within and atLeast";

    internal ReceivedRule? Read(JsonElement json, string path)
    {
        var before = problems.Count;
        foreach (var property in json.EnumerateObject().Where(property => property.Name is not ("received" or "where" or "within" or "atLeast")))
        {
            Refuse($"{path}.{property.Name}", $"A rule on past events has {Fields}, but no {Excerpt.Name(property.Name)}.");
        }

        var name = ReadName(json.GetProperty("received"), $"{path}.received");
        var where = Member(json, "where") is { } condition ? readWhere(condition, $"{path}.where") : null;
        var within = Member(json, "within") is { } duration ? ReadWithin(duration, $"{path}.within") : null;
        var atLeast = Member(json, "atLeast") is { } number ? ReadAtLeast(number, $"{path}.atLeast") : 1;
        return problems.Count == before ? new ReceivedRule(name!, where, within, atLeast) : null;
    }

    private static JsonElement? Member(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private EventName? ReadName(JsonElement json, string path)
    {
        if (json.ValueKind != JsonValueKind.String)
        {
            Refuse(path, $"received is {Excerpt.Value(json)}. It must be the name of an event.");
            return null;
        }

        if (!EventName.TryParse(json.TextOrNull(), out var name, out var problem))
        {
            Refuse(path, $"received {problem}.");
        }

        return name;
    }

    private IsoDuration? ReadWithin(JsonElement json, string path)
    {
        if (!IsoDuration.TryParse(json.TextOrNull(), IsoDuration.MaxDays, mayBeNegative: false, out var duration, out var problem))
        {
            Refuse(path, $"within {problem}.");
        }

        return duration;
    }

    private int ReadAtLeast(JsonElement json, string path)
    {
        if (json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var number) && number is >= 1 and <= ReceivedRule.MaxAtLeast)
        {
            return number;
        }

        Refuse(path, $"atLeast is {Excerpt.Value(json)}. It must be a whole number from 1 to {ReceivedRule.MaxAtLeast}.");
        return 1;
    }

    private void Refuse(string path, string message) => problems.Add(new(path, message));
}
