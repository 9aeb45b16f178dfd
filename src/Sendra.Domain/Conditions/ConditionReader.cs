using System.Text.Json;
using Sendra.Domain.Common;

namespace Sendra.Domain.Conditions;

/// <summary>Reads one condition and gathers everything that is wrong with it.</summary>
internal sealed class ConditionReader(ICollection<DefinitionProblem> problems)
{
    private const string Expected = "A condition is { all: […] }, { any: […] }, { not: … } or a rule { field, op, value } or { received, where, within, atLeast }.";

    private int _rules;
    private bool _isCounting;

    internal Condition? Read(JsonElement json, string path, int depth = 0)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return Refuse(path, $"This is {Excerpt.Value(json)}. {Expected}");
        }

        var kind = json.EnumerateObject().Select(property => property.Name).FirstOrDefault(name => name is "all" or "any" or "not" or "received");
        return kind switch
        {
            null => ReadRule(json, path),
            "received" => ReadReceived(json, path, depth),
            _ when json.EnumerateObject().Count() > 1 => Refuse(path, $"Nothing else may stand beside {kind}. {Expected}"),
            _ when depth == Condition.MaxDepth => Refuse(path, $"all, any and not may stand at most {Condition.MaxDepth} deep in each other."),
            "not" => Read(json.GetProperty(kind), $"{path}.not", depth + 1) is { } part ? new NotCondition(part) : null,
            "all" => ReadParts(json.GetProperty(kind), $"{path}.all", depth) is { } parts ? new AllCondition(parts) : null,
            _ => ReadParts(json.GetProperty(kind), $"{path}.any", depth) is { } parts ? new AnyCondition(parts) : null,
        };
    }

    private FieldRule? ReadRule(JsonElement json, string path) => Fits(path) ? new RuleReader(problems).Read(json, path) : null;

    private Condition? ReadReceived(JsonElement json, string path, int depth)
    {
        if (_isCounting)
        {
            return Refuse($"{path}.received", "The where of a rule on past events can't have such a rule itself.");
        }

        if (!Fits(path))
        {
            return null;
        }

        _isCounting = true;
        var rule = new ReceivedReader(problems, (where, at) => Read(where, at, depth + 1)).Read(json, path);
        _isCounting = false;
        return rule;
    }

    private bool Fits(string path)
    {
        if (++_rules == Condition.MaxRules + 1)
        {
            problems.Add(new(path, $"This condition has more than {Condition.MaxRules} rules."));
        }

        return _rules <= Condition.MaxRules;
    }

    private List<Condition>? ReadParts(JsonElement json, string path, int depth)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() is 0 or > Condition.MaxRules)
        {
            Refuse(path, $"This must be a list of 1 to {Condition.MaxRules} conditions.");
            return null;
        }

        var parts = json.EnumerateArray().Select((item, index) => Read(item, $"{path}[{index}]", depth + 1)).OfType<Condition>().ToList();
        return parts.Count == json.GetArrayLength() ? parts : null;
    }

    private Condition? Refuse(string path, string message)
    {
        problems.Add(new(path, message));
        return null;
    }
}
