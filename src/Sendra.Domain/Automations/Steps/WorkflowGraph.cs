using System.Text.Json;
using Sendra.Domain.Common;

namespace Sendra.Domain.Automations.Steps;

/// <summary>Gathers the steps of a workflow and checks how they hang together. It knows no types of step, only their exits.</summary>
internal sealed class WorkflowGraph(string path, List<DefinitionProblem> problems)
{
    private readonly HashSet<StepId> _ids = [];
    private readonly List<(Step Step, string Path)> _steps = [];
    private bool _isWhole = true;

    public IReadOnlyList<Step> Steps => [.. _steps.Select(one => one.Step)];

    public void Add(JsonElement json, string at)
    {
        var step = StepTypes.Read(json, at, problems, out var id);
        if (id is { } known && !_ids.Add(known))
        {
            problems.Add(new DefinitionProblem($"{at}.id", $"Step {known}: {at}.id is already the id of an earlier step."));
            step = null;
        }

        if (step is not null)
        {
            _steps.Add((step, at));
        }

        _isWhole &= step is not null;
    }

    public void Check()
    {
        foreach (var (step, at) in _steps)
        {
            foreach (var exit in step.Exits.Where(exit => exit.To is { } to && !_ids.Contains(to)))
            {
                problems.Add(new DefinitionProblem($"{at}.{exit.Field}", $"Step {step.Id}: {at}.{exit.Field} names {exit.To}, which isn't a step."));
                _isWhole = false;
            }
        }

        // What a step that can't be read leads to is unknown, and so is what can be reached.
        if (_isWhole && _steps.Count > 0)
        {
            CheckReach();
        }
    }

    // Depth first from the first step. Steps that are open lie on the way to the one at hand: to meet one is a loop.
    private void CheckReach()
    {
        var byId = _steps.ToDictionary(one => one.Step.Id);
        var open = new HashSet<StepId>();
        var done = new HashSet<StepId>();
        Visit(_steps[0].Step, _steps[0].Path);
        foreach (var (step, at) in _steps.Where(one => !done.Contains(one.Step.Id)))
        {
            problems.Add(new DefinitionProblem(at, $"Step {step.Id}: it can't be reached from the first step, {_steps[0].Step.Id} ({path}[0])."));
        }

        void Visit(Step step, string at)
        {
            open.Add(step.Id);
            foreach (var exit in step.Exits)
            {
                if (exit.To is not { } to || done.Contains(to))
                {
                    continue;
                }

                if (open.Contains(to))
                {
                    problems.Add(new DefinitionProblem($"{at}.{exit.Field}", $"Step {step.Id}: {at}.{exit.Field} leads back to {to}, so runs would go in circles."));
                    continue;
                }

                Visit(byId[to].Step, byId[to].Path);
            }

            open.Remove(step.Id);
            done.Add(step.Id);
        }
    }
}
