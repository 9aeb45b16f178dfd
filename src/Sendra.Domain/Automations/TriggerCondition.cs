using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;

namespace Sendra.Domain.Automations;

/// <summary>A condition with the JSON that its author wrote.</summary>
public sealed class TriggerCondition
{
    private TriggerCondition(RawJson json, Condition condition) => (Json, Condition) = (json, condition);

    public RawJson Json { get; }

    public Condition Condition { get; }

    /// <summary>Reads a condition; everything that is wrong is added to <paramref name="problems"/>.</summary>
    public static bool TryParse(
        RawJson json, string path, ICollection<DefinitionProblem> problems, [NotNullWhen(true)] out TriggerCondition? condition)
    {
        condition = Condition.TryParse(JsonElement.Parse(json.Text), path, problems, out var parsed) ? new TriggerCondition(json, parsed) : null;
        return condition is not null;
    }

    /// <summary>A condition that is known to be valid, from the database.</summary>
    /// <exception cref="FormatException">Something is wrong with it after all.</exception>
    public static TriggerCondition Parse(string json)
    {
        var problems = new List<DefinitionProblem>();
        return TryParse(new RawJson(json), "where", problems, out var condition)
            ? condition
            : throw new FormatException(string.Join(' ', problems.Select(problem => problem.Message)));
    }
}
