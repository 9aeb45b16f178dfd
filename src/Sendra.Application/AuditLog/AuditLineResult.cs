using Sendra.Domain.AuditLog;

namespace Sendra.Application.AuditLog;

/// <summary>One thing that somebody did.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="At">When it was done.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Action">What was done.</param>
/// <param name="Target">What it was done to.</param>
/// <param name="Details">What else there is to know; null for nothing.</param>
/// <param name="Address">The IP address that the call came from; null if no call was made.</param>
/// <param name="UserAgent">What the caller's program says it is.</param>
public sealed record AuditLineResult(
    AuditLineId Id, DateTimeOffset At, AuditActorResult Actor, AuditAction Action, AuditTargetResult Target, AuditDetails? Details, string? Address, string? UserAgent);
