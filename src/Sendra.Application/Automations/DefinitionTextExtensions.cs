using FluentValidation;
using FluentValidation.Results;
using Sendra.Domain.Automations;

namespace Sendra.Application.Automations;

internal static class DefinitionTextExtensions
{
    /// <summary>The definition that was written.</summary>
    /// <exception cref="ValidationException">All that is wrong with it, by field.</exception>
    public static AutomationDefinition Read(this DefinitionText text) =>
        AutomationDefinition.TryCreate(text, out var definition, out var problems)
            ? definition
            : throw new ValidationException(problems.Select(problem => new ValidationFailure(problem.Path, problem.Message)));
}
