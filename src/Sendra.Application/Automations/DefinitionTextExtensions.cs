using FluentValidation;
using FluentValidation.Results;
using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;

namespace Sendra.Application.Automations;

internal static class DefinitionTextExtensions
{
    /// <summary>The definition that was written.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="current">The workflow that stays when the text says nothing of steps.</param>
    /// <param name="networks">What its steps may call; null when that was checked before, or is not asked.</param>
    /// <param name="prefix">What comes before the names of fields in errors.</param>
    /// <exception cref="ValidationException">All that is wrong with it, by field.</exception>
    public static AutomationDefinition Read(this DefinitionText text, Workflow current, OutgoingNetworks? networks = null, string prefix = "")
    {
        if (!AutomationDefinition.TryCreate(text, current, out var definition, out var problems))
        {
            throw Refusal(problems, prefix);
        }

        if (networks is not null && text.Steps is not null && Inside(definition.Workflow, networks) is { Length: > 0 } inside)
        {
            throw Refusal(inside, prefix);
        }

        return definition;
    }

    // Only what was written now: a step that was saved before stays, and its calls are refused when they are made.
    private static DefinitionProblem[] Inside(Workflow workflow, OutgoingNetworks networks) =>
    [
        .. workflow.Steps.Select((step, i) => (Step: step as CallUrlStep, Path: $"steps[{i}].url"))
            .Where(one => one.Step is { } call && !networks.AllowsHostOf(call.Url.Origin))
            .Select(one => new DefinitionProblem(one.Path, $"Step {one.Step!.Id}: {one.Path} is a private or reserved address, which calls can't reach.")),
    ];

    private static ValidationException Refusal(IEnumerable<DefinitionProblem> problems, string prefix) =>
        new(problems.Select(problem => new ValidationFailure(prefix + problem.Path, problem.Message)));
}
