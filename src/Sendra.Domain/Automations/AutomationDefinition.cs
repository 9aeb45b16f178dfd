using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Calendar;
using Sendra.Domain.Common;
using Sendra.Domain.Events;

namespace Sendra.Domain.Automations;

/// <summary>What an automation does, checked as a whole.</summary>
public sealed class AutomationDefinition
{
    /// <summary>The maximum length of a name, in characters.</summary>
    public const int MaxNameLength = 200;

    /// <summary>How many events an exit list may hold.</summary>
    public const int MaxExitEvents = 50;

    /// <summary>How many rules on past events its conditions may have together.</summary>
    public const int MaxHistoryRules = 20;

    private AutomationDefinition(
        string name,
        EventName trigger,
        TriggerCondition? where,
        Frequency frequency,
        IsoDuration? frequencyPeriod,
        FrequencyKey? frequencyKey,
        IReadOnlyList<EventName> exitEvents,
        ExitConditions exitConditions,
        Workflow workflow,
        RawJson? writtenAs)
    {
        Name = name;
        Trigger = trigger;
        TriggerWhere = where;
        Frequency = frequency;
        FrequencyPeriod = frequencyPeriod;
        FrequencyKey = frequencyKey;
        ExitEvents = exitEvents;
        ExitConditions = exitConditions;
        Workflow = workflow;
        WrittenAs = writtenAs;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The event that enrolls.</summary>
    public EventName Trigger { get; }

    /// <summary>The condition that such an event must meet, or null.</summary>
    public TriggerCondition? TriggerWhere { get; }

    public Frequency Frequency { get; }

    /// <summary>How long after an enrollment the next may begin; there with <see cref="Frequency.OncePerPeriod"/> only.</summary>
    public IsoDuration? FrequencyPeriod { get; }

    /// <summary>Where an event has its key; there with <see cref="Frequency.OncePerKey"/> only.</summary>
    public FrequencyKey? FrequencyKey { get; }

    /// <summary>The events that drop active enrollments, each once, in the order given.</summary>
    public IReadOnlyList<EventName> ExitEvents { get; }

    /// <summary>The conditions under which these events drop a run.</summary>
    public ExitConditions ExitConditions { get; }

    /// <summary>What an enrollment goes through.</summary>
    public Workflow Workflow { get; }

    /// <summary>What another product's client wrote, from which the workflow was made; null when it was written as it is.</summary>
    public RawJson? WrittenAs { get; }

    /// <summary>Checks a definition as it was written.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="current">The workflow that stays when the text says nothing of steps.</param>
    /// <param name="definition">The definition if the result is true.</param>
    /// <param name="problems">Everything that is wrong; empty if the result is true.</param>
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
        var period = ReadPeriod(text.FrequencyPeriod, frequency, found);
        var key = ReadKey(text.FrequencyKey, frequency, found);
        var exits = ReadExits(text.ExitEvents ?? [], found);
        var exitConditions = text.ExitConditions is { } written ? ExitConditions.Read(written, exits, "exitConditions", found) : ExitConditions.None;
        var workflow = ReadSteps(text.Steps, current, found);

        RefuseMuchHistory(where, exits, exitConditions, workflow, found);
        problems = found;
        definition = found.Count == 0 ? new AutomationDefinition(name, trigger!, where, frequency, period, key, exits, exitConditions!, workflow!, text.WrittenAs) : null;
        return definition is not null;
    }

    /// <summary>Reads a definition that is known to be valid.</summary>
    /// <exception cref="FormatException">Something is wrong with it after all.</exception>
    public static AutomationDefinition Create(DefinitionText text) =>
        TryCreate(text, Workflow.None, out var definition, out var problems)
            ? definition
            : throw new FormatException(string.Join(' ', problems.Select(problem => problem.Message)));

    // Each asks for rows while the contact is locked.
    private static void RefuseMuchHistory(
        TriggerCondition? where, EventName[] exits, ExitConditions? exitConditions, Workflow? workflow, List<DefinitionProblem> problems)
    {
        var conditions = (workflow?.Steps ?? []).SelectMany((step, i) => step.Conditions.Select(one => (Path: $"steps[{i}].{one.Path}", one.Condition)));
        conditions = exits.Select(name => (Path: $"exitConditions.{name}", Condition: exitConditions?.Of(name.Value)))
            .Where(one => one.Condition is not null).Select(one => (one.Path, one.Condition!)).Concat(conditions);
        if (where is not null)
        {
            conditions = conditions.Prepend(("trigger.where", where.Condition));
        }

        var rules = 0;
        foreach (var (path, condition) in conditions)
        {
            rules += condition.History.Count();
            if (rules > MaxHistoryRules)
            {
                problems.Add(new DefinitionProblem(path, $"An automation can have at most {MaxHistoryRules} rules on past events (received)."));
                return;
            }
        }
    }

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
            problems.Add(Problem("frequency", $"must be one of {string.Join(", ", Enum.GetValues<Frequency>().Select(WordOf))}"));
        }

        return frequency ?? Frequency.EveryTime;
    }

    private static IsoDuration? ReadPeriod(string? text, Frequency frequency, List<DefinitionProblem> problems)
    {
        IsoDuration? period = null;
        var problem = ProblemOfCompanion(text, Frequency.OncePerPeriod, frequency);
        if (problem is null && text is not null && IsoDuration.TryParse(text, IsoDuration.MaxDays, mayBeNegative: false, out period, out problem) && period.IsZero)
        {
            problem = "must be longer than nothing";
        }

        if (problem is not null)
        {
            problems.Add(Problem("frequencyPeriod", problem));
        }

        return period;
    }

    private static FrequencyKey? ReadKey(string? text, Frequency frequency, List<DefinitionProblem> problems)
    {
        FrequencyKey? key = null;
        if (ProblemOfCompanion(text, Frequency.OncePerKey, frequency) is { } problem)
        {
            problems.Add(Problem("frequencyKey", problem));
        }
        else if (text is not null && !FrequencyKey.TryParse(text, out key, out var unfit))
        {
            problems.Add(new DefinitionProblem("frequencyKey", $"frequencyKey: {unfit}"));
        }

        return key;
    }

    // What goes with one frequency, always, and with no other.
    private static string? ProblemOfCompanion(string? text, Frequency with, Frequency frequency) => (text is null, with == frequency) switch
    {
        (true, true) => $"is required when frequency is {WordOf(with)}",
        (false, false) => $"goes only with the frequency {WordOf(with)}",
        _ => null,
    };

    private static string WordOf(Frequency frequency) => JsonNamingPolicy.CamelCase.ConvertName($"{frequency}");

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
