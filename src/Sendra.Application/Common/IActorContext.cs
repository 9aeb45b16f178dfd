using Sendra.Domain.AuditLog;

namespace Sendra.Application.Common;

/// <summary>Who does what happens now, for the audit log.</summary>
public interface IActorContext
{
    /// <summary>Who called, and from where; Sendra itself where no request is under way.</summary>
    Actor Current { get; }
}
