using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Events;

namespace Sendra.Domain.Automations;

/// <summary>
/// The conditions under which exit events drop a run, by the event's name, with the JSON that their author wrote. An exit event without one
/// drops all runs.
/// </summary>
public sealed class ExitConditions
{
    public static readonly ExitConditions None = new(null, new Dictionary<string, Condition>());

    private readonly IReadOnlyDictionary<string, Condition> _byName;

    private ExitConditions(RawJson? json, IReadOnlyDictionary<string, Condition> byName) => (Json, _byName) = (json, byName);

    /// <summary>As it was written; null when there are none.</summary>
    public RawJson? Json { get; }

    /// <summary>The condition of an exit event; null when it drops all.</summary>
    public Condition? Of(string eventName) => _byName.GetValueOrDefault(eventName);

    /// <summary>Reads conditions; everything that is wrong is added to <paramref name="problems"/>.</summary>
    /// <param name="exits">The exit events, which alone can have one.</param>
    public static ExitConditions? Read(RawJson json, IReadOnlyCollection<EventName> exits, string path, ICollection<DefinitionProblem> problems)
    {
        var written = JsonElement.Parse(json.Text);
        if (written.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new DefinitionProblem(path, $"{path} must be a JSON object: a condition by the name of each exit event that has one."));
            return null;
        }

        var byName = new Dictionary<string, Condition>(StringComparer.Ordinal);
        foreach (var property in written.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Null))
        {
            if (!TryName(property, out var name))
            {
                problems.Add(new DefinitionProblem(path, $"A name in {path} isn't valid Unicode."));
            }
            else if (exits.All(exit => exit.Value != name))
            {
                problems.Add(new DefinitionProblem($"{path}.{name}", $"{Excerpt.Text(name)} is not one of exitEvents, so it can't have a condition."));
            }
            else if (Condition.TryParse(property.Value, $"{path}.{name}", problems, out var condition))
            {
                byName[name] = condition;
            }
        }

        return byName.Count == 0 ? None : new ExitConditions(json, byName);
    }

    /// <summary>Conditions that are known to be good, from the database.</summary>
    /// <exception cref="FormatException">Something is wrong with them after all.</exception>
    public static ExitConditions Parse(string json)
    {
        var byName = new Dictionary<string, Condition>(StringComparer.Ordinal);
        var problems = new List<DefinitionProblem>();
        foreach (var property in JsonElement.Parse(json).EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Null))
        {
            if (Condition.TryParse(property.Value, property.Name, problems, out var condition))
            {
                byName[property.Name] = condition;
            }
        }

        return problems.Count == 0
            ? new ExitConditions(new RawJson(json), byName)
            : throw new FormatException(string.Join(' ', problems.Select(problem => problem.Message)));
    }

    // Half of a surrogate pair makes the reader of JSON throw as soon as it is looked at.
    private static bool TryName(JsonProperty property, [NotNullWhen(true)] out string? name)
    {
        try
        {
            name = property.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = null;
            return false;
        }
    }
}
