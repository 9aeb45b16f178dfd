using Sendra.Domain.Automations.Steps;

namespace Sendra.Domain.Enrollments;

/// <summary>Where an active run stands in its workflow, as it was stored.</summary>
/// <param name="StepId">The step at which it is; null in a workflow without steps.</param>
/// <param name="VisitNumber">Its how-manieth visit this is; 0 in a workflow without steps.</param>
/// <param name="EnteredAt">When it came there.</param>
/// <param name="DueAt">When it goes on.</param>
/// <param name="Failures">How often its walk has failed at this step.</param>
/// <param name="ParkedBecause">The error for which it was parked.</param>
public sealed record RunPosition(
    StepId? StepId, int VisitNumber, DateTimeOffset? EnteredAt, DateTimeOffset? DueAt, int Failures, string? ParkedBecause);
