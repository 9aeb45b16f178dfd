using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.Automations.ListVersions;

internal sealed class ListVersionsValidator : AbstractValidator<ListVersionsQuery>
{
    public ListVersionsValidator() => RuleFor(query => query.Paging).Pages();
}
