using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.AuditLog.ListAuditLog;

internal sealed class ListAuditLogValidator : AbstractValidator<ListAuditLogQuery>
{
    public ListAuditLogValidator()
    {
        RuleFor(query => query.Filter).FiltersTheAuditLog();
        RuleFor(query => query.Paging).Pages();
    }
}
