using Sendra.Application.Common;
using Sendra.Domain.AuditLog;

namespace Sendra.Application.AuditLog;

/// <summary>The audit log of the current workspace. What is saved is told by itself; this reads it, and tells what saves nothing.</summary>
public interface IAuditLines
{
    /// <summary>A page, newest first.</summary>
    Task<Page<AuditLineResult>> ListAsync(AuditFilter filter, Paging paging, CancellationToken cancellationToken);

    /// <summary>Tells that whoever calls does something that changes nothing, before they do.</summary>
    Task TellAsync(AuditAction action, AuditTarget target, CancellationToken cancellationToken);
}
