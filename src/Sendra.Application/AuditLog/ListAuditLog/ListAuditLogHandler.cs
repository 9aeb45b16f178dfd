using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.AuditLog.ListAuditLog;

internal sealed class ListAuditLogHandler(IAuditLines lines) : IRequestHandler<ListAuditLogQuery, Page<AuditLineResult>>
{
    public Task<Page<AuditLineResult>> Handle(ListAuditLogQuery request, CancellationToken cancellationToken) =>
        lines.ListAsync(AuditFilter.Of(request.Filter), request.Paging, cancellationToken);
}
