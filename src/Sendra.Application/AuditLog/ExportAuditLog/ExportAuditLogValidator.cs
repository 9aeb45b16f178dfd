using FluentValidation;

namespace Sendra.Application.AuditLog.ExportAuditLog;

internal sealed class ExportAuditLogValidator : AbstractValidator<ExportAuditLogQuery>
{
    public ExportAuditLogValidator() => RuleFor(query => query.Filter).FiltersTheAuditLog();
}
