using FluentValidation;
using FluentValidation.Results;
using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;

namespace Sendra.Application.Automations;

internal static class DefinitionTextExtensions
{
    /// <summary>The definition that was written.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="current">The workflow that stays when the text says nothing of steps.</param>
    /// <exception cref="ValidationException">All that is wrong with it, by field.</exception>
    public static AutomationDefinition Read(this DefinitionText text, Workflow current) =>
        AutomationDefinition.TryCreate(text, current, out var definition, out var problems)
            ? definition
            : throw new ValidationException(problems.Select(problem => new ValidationFailure(problem.Path, problem.Message)));
}
