using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.Automations.CountRuns;

internal sealed class CountRunsValidator : AbstractValidator<CountRunsQuery>
{
    public CountRunsValidator() => RuleFor(query => query.Days).Reads("days", LocalDay.ProblemOf);
}
