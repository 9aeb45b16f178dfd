using Sendra.Domain.AuditLog;

namespace Sendra.Application.AuditLog;

/// <summary>What something was done to.</summary>
/// <param name="Type">The type of thing.</param>
/// <param name="Id">Its id; null if there is only one, or if many were meant.</param>
/// <param name="Name">Its name at the time, or a member's email. Null if it has none, or if it was the email of a contact who was erased since.</param>
public sealed record AuditTargetResult(AuditTargetType Type, string? Id, string? Name);
