using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.Enrollments.ListEnrollments;

internal sealed class ListEnrollmentsValidator : AbstractValidator<ListEnrollmentsQuery>
{
    public ListEnrollmentsValidator()
    {
        RuleFor(query => query.Email).Reads("email", ValidationExtensions.EmailProblem);
        RuleFor(query => query.Paging).Pages();
    }
}
