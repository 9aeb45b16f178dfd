using Sendra.Domain.Conditions;

namespace Sendra.Domain.Automations.Steps;

/// <param name="Name">Unique in its step.</param>
/// <param name="When">The condition under which runs take it.</param>
/// <param name="Next">Where it leads; null when the run completes.</param>
public sealed record BranchPath(string Name, Condition When, StepId? Next);
