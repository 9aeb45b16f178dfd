using Sendra.Domain.Automations.Steps;

namespace Sendra.Application.Workflows;

/// <summary>Sends a run along the first path whose condition holds.</summary>
internal static class Branching
{
    private const int MaxReasons = 3;

    internal static StepWork At(BranchStep step, WalkContext context)
    {
        var reasons = new List<string>();
        foreach (var path in step.Paths)
        {
            var verdict = path.When.Evaluate(context.Fields);
            if (verdict.Holds)
            {
                return new StepWork.Leaving(path.Next, path.Name, Detail: $"{verdict.Reason}.");
            }

            if (reasons.Count < MaxReasons)
            {
                reasons.Add($"{path.Name}: {verdict.Reason}.");
            }
        }

        var others = step.Paths.Count - reasons.Count;
        return new StepWork.Leaving(
            step.Otherwise, BranchStep.OtherwiseName, Detail: string.Join(' ', reasons) + (others > 0 ? $" So with {others} more." : ""));
    }
}
