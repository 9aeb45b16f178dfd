using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.Events.QueryEventLog;

internal sealed class QueryEventLogValidator : AbstractValidator<QueryEventLogQuery>
{
    public QueryEventLogValidator()
    {
        RuleFor(query => query.Filter).FiltersTheLog();
        RuleFor(query => query.Paging).Pages();
    }
}
