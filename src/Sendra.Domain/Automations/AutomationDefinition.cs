using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Events;

namespace Sendra.Domain.Automations;

/// <summary>What an automation does, checked as a whole.</summary>
public sealed class AutomationDefinition
{
    /// <summary>The greatest length of a name, in characters.</summary>
    public const int MaxNameLength = 200;

    /// <summary>How many events an exit list may hold.</summary>
    public const int MaxExitEvents = 50;

    private AutomationDefinition(
        string name, EventName trigger, TriggerCondition? where, Frequency frequency, IReadOnlyList<EventName> exitEvents, Workflow workflow)
    {
        Name = name;
        Trigger = trigger;
        TriggerWhere = where;
        Frequency = frequency;
        ExitEvents = exitEvents;
        Workflow = workflow;
    }

    /// <summary>What people call it.</summary>
    public string Name { get; }

    /// <summary>The event that enrolls.</summary>
    public EventName Trigger { get; }

    /// <summary>The condition that such an event must meet, or null.</summary>
    public TriggerCondition? TriggerWhere { get; }

    public Frequency Frequency { get; }

    /// <summary>The events that drop active enrollments, each once, in the order given.</summary>
    public IReadOnlyList<EventName> ExitEvents { get; }

    /// <summary>What an enrollment goes through.</summary>
    public Workflow Workflow { get; }

    /// <summary>Checks a definition as it was written.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="current">The workflow that stays when the text says nothing of steps.</param>
    /// <param name="definition">The definition when the answer is true.</param>
    /// <param name="problems">All that is wrong; empty when the answer is true.</param>
    public static bool TryCreate(
        DefinitionText text,
        Workflow current,
        [NotNullWhen(true)] out AutomationDefinition? definition,
        out IReadOnlyList<DefinitionProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<DefinitionProblem>();
        var name = ReadName(text.Name, found);
        var trigger = ReadTrigger(text.Trigger, found);
        var where = ReadWhere(text.Trigger?.Where, found);
        var frequency = ReadFrequency(text.Frequency, found);
        var exits = ReadExits(text.ExitEvents ?? [], found);
        var workflow = ReadSteps(text.Steps, current, found);

        problems = found;
        definition = found.Count == 0 ? new AutomationDefinition(name, trigger!, where, frequency, exits, workflow!) : null;
        return definition is not null;
    }

    /// <summary>Reads a definition that is known to be good.</summary>
    /// <exception cref="FormatException">Something is wrong with it after all.</exception>
    public static AutomationDefinition Create(DefinitionText text) =>
        TryCreate(text, Workflow.None, out var definition, out var problems)
            ? definition
            : throw new FormatException(string.Join(' ', problems.Select(problem => problem.Message)));

    private static string ReadName(string? text, List<DefinitionProblem> problems)
    {
        var problem = text switch
        {
            _ when string.IsNullOrWhiteSpace(text) => "is required",
            { Length: > MaxNameLength } => $"must be at most {MaxNameLength} characters",
            _ when Text.HasControlCharacter(text) => "must not have control characters",
            _ when Text.HasLoneSurrogate(text) => "must be valid Unicode",
            _ => null,
        };
        if (problem is not null)
        {
            problems.Add(Problem("name", problem));
        }

        return text?.Trim() ?? "";
    }

    private static EventName? ReadTrigger(TriggerText? trigger, List<DefinitionProblem> problems)
    {
        if (trigger is not null)
        {
            return ReadEvent("trigger.eventName", trigger.EventName, problems);
        }

        problems.Add(Problem("trigger", "is required"));
        return null;
    }

    private static TriggerCondition? ReadWhere(RawJson? json, List<DefinitionProblem> problems) =>
        json is { } written && TriggerCondition.TryParse(written, "trigger.where", problems, out var condition) ? condition : null;

    private static Workflow? ReadSteps(RawJson? json, Workflow current, List<DefinitionProblem> problems) =>
        json is not { } written ? current
        : Workflow.TryParse(JsonElement.Parse(written.Text), "steps", problems, out var workflow) ? workflow
        : null;

    private static Frequency ReadFrequency(Frequency? frequency, List<DefinitionProblem> problems)
    {
        if (frequency is { } value && !Enum.IsDefined(value))
        {
            problems.Add(Problem("frequency", $"must be one of {string.Join(", ", Enum.GetNames<Frequency>().Select(JsonNamingPolicy.CamelCase.ConvertName))}"));
        }

        return frequency ?? Frequency.EveryTime;
    }

    private static EventName[] ReadExits(IReadOnlyList<string?> names, List<DefinitionProblem> problems)
    {
        if (names.Count > MaxExitEvents)
        {
            problems.Add(Problem("exitEvents", $"must hold at most {MaxExitEvents} names"));
            return [];
        }

        return [.. names.Select((name, i) => ReadEvent($"exitEvents[{i}]", name, problems)).OfType<EventName>().Distinct()];
    }

    private static EventName? ReadEvent(string path, string? text, List<DefinitionProblem> problems)
    {
        if (!EventName.TryParse(text, out var name, out var problem))
        {
            problems.Add(Problem(path, problem));
        }

        return name;
    }

    private static DefinitionProblem Problem(string path, string problem) => new(path, $"{path} {problem}.");
}
