using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;

namespace Sendra.Domain.Automations.Steps;

/// <summary>
/// The steps that an enrollment goes through: every id is unique and leads to a step of the same workflow, every step can
/// be reached, and none can be reached from itself (F8). Immutable; it may have no steps.
/// </summary>
public sealed class Workflow
{
    /// <summary>The most steps of a workflow.</summary>
    public const int MaxSteps = 200;

    /// <summary>The maximum size of a workflow's JSON, in bytes of UTF-8.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>No steps: runs stay active until an exit event or a call ends them (F10).</summary>
    public static readonly Workflow None = new([], "[]");

    private readonly Dictionary<StepId, Step> _byId;

    private Workflow(IReadOnlyList<Step> steps, string json)
    {
        Steps = steps;
        Json = json;
        _byId = steps.ToDictionary(step => step.Id);
        AwaitedEvents = [.. steps.OfType<WaitForEventStep>().Select(step => step.EventName).Distinct(StringComparer.Ordinal)];
        MailNeeds = steps.Aggregate(MailNeeds.None, (needs, step) => needs | step.MailNeeds);
        ReadsTrigger = steps.Any(step => step.ReadsTrigger);
        SendsEvents = steps.Any(step => step is SendEventStep);
        History = NeededHistory.Merge(steps.SelectMany(step => step.Conditions).SelectMany(one => one.Condition.History));
    }

    /// <summary>In the order in which the author lists them.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>Where runs begin; null when there are no steps.</summary>
    public Step? First => Steps.Count > 0 ? Steps[0] : null;

    public bool HasSteps => Steps.Count > 0;

    /// <summary>The names of the events that its steps wait for, each once.</summary>
    public IReadOnlyList<string> AwaitedEvents { get; }

    /// <summary>What the mail of its steps needs of the workspace's settings.</summary>
    public MailNeeds MailNeeds { get; }

    /// <summary>True when a step may read the event that made the run.</summary>
    public bool ReadsTrigger { get; }

    /// <summary>True when a step sends an event, so that it must be known how many wait.</summary>
    public bool SendsEvents { get; }

    /// <summary>The steps as JSON, as their author wrote them but for white space and <c>null</c>s that say nothing.</summary>
    public string Json { get; }

    /// <summary>What its steps may ask of the contact's past, so that it can be loaded before a run goes on.</summary>
    public IReadOnlyList<NeededHistory> History { get; }

    /// <summary>The step with this id, or null.</summary>
    public Step? Find(StepId id) => _byId.GetValueOrDefault(id);

    /// <summary>The step with this id, which is known to be there.</summary>
    public Step this[StepId id] => _byId[id];

    /// <summary>
    /// True when a run that rests at a step of another version can go on by this one: the step is still there, under the
    /// same id and of the same type (F7).
    /// </summary>
    public bool TakesOver(StepId at, Workflow from) => Find(at) is { } step && step.Type == from.Find(at)?.Type;

    /// <summary>True when both say the same, whatever the order of fields.</summary>
    public bool Says(Workflow other) =>
        Json == other.Json || JsonElement.DeepEquals(JsonElement.Parse(Json), JsonElement.Parse(other.Json));

    /// <summary>Reads the steps as they were written.</summary>
    /// <param name="steps">The list.</param>
    /// <param name="path">What the list is called: <c>steps</c>.</param>
    /// <param name="problems">Gathers what is wrong; each message names the step.</param>
    /// <param name="workflow">The workflow if the result is true.</param>
    public static bool TryParse(
        JsonElement steps, string path, ICollection<DefinitionProblem> problems, [NotNullWhen(true)] out Workflow? workflow)
    {
        workflow = null;
        if (ListProblem(steps) is { } problem)
        {
            problems.Add(new DefinitionProblem(path, $"{path} {problem}."));
            return false;
        }

        var json = WorkflowJson.Write(steps);
        if (Encoding.UTF8.GetByteCount(json) > MaxBytes)
        {
            problems.Add(new DefinitionProblem(path, $"{path} must have at most {MaxBytes} bytes of JSON."));
            return false;
        }

        // Read from the text that is kept: steps hold on to parts of it, and must not hold on to the body of a request.
        var kept = JsonElement.Parse(json);
        var mine = new List<DefinitionProblem>();
        var read = new WorkflowGraph(path, mine);
        var i = 0;
        foreach (var step in kept.EnumerateArray())
        {
            read.Add(step, $"{path}[{i++}]");
        }

        read.Check();
        mine.ForEach(problems.Add);
        workflow = mine.Count == 0 ? new Workflow(read.Steps, json) : null;
        return workflow is not null;
    }

    /// <summary>A workflow that is known to be valid, from the database.</summary>
    /// <exception cref="FormatException">Something is wrong with it after all.</exception>
    public static Workflow Parse(string json)
    {
        if (json == None.Json)
        {
            return None;
        }

        var problems = new List<DefinitionProblem>();
        return TryParse(JsonElement.Parse(json), "steps", problems, out var workflow)
            ? workflow
            : throw new FormatException(string.Join(' ', problems.Select(problem => problem.Message)));
    }

    private static string? ListProblem(JsonElement steps) =>
        steps.ValueKind != JsonValueKind.Array ? "must be a list of steps"
        : steps.GetArrayLength() > MaxSteps ? $"must hold at most {MaxSteps} steps"
        : null;
}
