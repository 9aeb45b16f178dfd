using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.Templates.ListTemplateVersions;

internal sealed class ListTemplateVersionsValidator : AbstractValidator<ListTemplateVersionsQuery>
{
    public ListTemplateVersionsValidator() => RuleFor(query => query.Paging).Pages();
}
