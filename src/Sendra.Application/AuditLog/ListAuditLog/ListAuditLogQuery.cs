using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.AuditLog.ListAuditLog;

/// <summary>Lists what was done in the workspace, newest first.</summary>
public sealed record ListAuditLogQuery(AuditFilterText Filter, Paging Paging) : IRequest<Page<AuditLineResult>>;
