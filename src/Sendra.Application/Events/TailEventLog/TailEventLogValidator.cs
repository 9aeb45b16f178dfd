using FluentValidation;

namespace Sendra.Application.Events.TailEventLog;

internal sealed class TailEventLogValidator : AbstractValidator<TailEventLogQuery>
{
    public TailEventLogValidator() => RuleFor(query => query.Filter).FiltersTheLog();
}
