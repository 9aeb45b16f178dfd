using FluentValidation;

namespace Sendra.Application.Events.ExportEventLog;

internal sealed class ExportEventLogValidator : AbstractValidator<ExportEventLogQuery>
{
    public ExportEventLogValidator() => RuleFor(query => query.Filter).FiltersTheLog();
}
