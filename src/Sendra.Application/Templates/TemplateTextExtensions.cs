using FluentValidation;
using FluentValidation.Results;
using Sendra.Application.Common;
using Sendra.Domain.Common;
using Sendra.Domain.Messages;

namespace Sendra.Application.Templates;

internal static class TemplateTextExtensions
{
    /// <summary>The content that was written, and the name beside it.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="name">What the template is called.</param>
    /// <exception cref="ValidationException">All that is wrong with both, by field.</exception>
    public static (string Name, TemplateContent Content) ReadNamed(this TemplateText text, string? name)
    {
        TemplateContent.TryCreate(text, out var content, out var problems);
        if (ValidationExtensions.NameProblem(name, Template.MaxNameLength) is { } problem)
        {
            problems = [new DefinitionProblem("name", $"name {problem}."), .. problems];
        }

        return content is not null && problems.Count == 0 ? (name!.Trim(), content) : throw Refusal(problems, "");
    }

    /// <summary>The content that was written.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="prefix">What comes before the names of fields in errors.</param>
    /// <exception cref="ValidationException">All that is wrong with it, by field.</exception>
    public static TemplateContent Read(this TemplateText text, string prefix) =>
        TemplateContent.TryCreate(text, out var content, out var problems) ? content : throw Refusal(problems, prefix);

    private static ValidationException Refusal(IEnumerable<DefinitionProblem> problems, string prefix) =>
        new(problems.Select(problem => new ValidationFailure(prefix + problem.Path, prefix + problem.Message)));
}
