using MediatR;

namespace Sendra.Application.AuditLog.ExportAuditLog;

/// <summary>Reads all that matches the filter, newest first, page by page. Each page is read when it is needed, so memory doesn't grow with the log.</summary>
public sealed record ExportAuditLogQuery(AuditFilterText Filter) : IRequest<IAsyncEnumerable<IReadOnlyList<AuditLineResult>>>;
