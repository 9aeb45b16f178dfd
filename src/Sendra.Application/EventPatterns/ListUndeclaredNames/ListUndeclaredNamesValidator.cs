using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.EventPatterns.ListUndeclaredNames;

internal sealed class ListUndeclaredNamesValidator : AbstractValidator<ListUndeclaredNamesQuery>
{
    public ListUndeclaredNamesValidator() => RuleFor(query => query.Paging).Pages();
}
