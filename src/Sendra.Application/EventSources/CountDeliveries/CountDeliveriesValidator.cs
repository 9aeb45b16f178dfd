using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.EventSources.CountDeliveries;

internal sealed class CountDeliveriesValidator : AbstractValidator<CountDeliveriesQuery>
{
    public CountDeliveriesValidator() => RuleFor(query => query.Days).Reads("days", LocalDay.ProblemOf);
}
