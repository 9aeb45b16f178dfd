using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.Messages;

namespace Sendra.Application.Templates.ListTemplates;

internal sealed class ListTemplatesValidator : AbstractValidator<ListTemplatesQuery>
{
    public ListTemplatesValidator()
    {
        RuleFor(query => query.Query).Reads("query", text => ValidationExtensions.SearchTextProblem(text, Template.MaxNameLength));
        RuleFor(query => query.Paging).Pages();
    }
}
