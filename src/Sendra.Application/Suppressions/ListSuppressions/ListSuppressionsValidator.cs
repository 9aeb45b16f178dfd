using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.Suppressions.ListSuppressions;

internal sealed class ListSuppressionsValidator : AbstractValidator<ListSuppressionsQuery>
{
    public ListSuppressionsValidator()
    {
        RuleFor(query => query.Email).Reads("email", ValidationExtensions.EmailProblem);
        RuleFor(query => query.Paging).Pages();
    }
}
