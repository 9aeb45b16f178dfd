namespace Sendra.Domain.Automations.Steps;

/// <param name="Name">Unique in its step.</param>
/// <param name="Weight">Its share of the sum of all weights; not negative.</param>
/// <param name="Next">Where it leads; null when the run completes.</param>
public sealed record SplitPath(string Name, decimal Weight, StepId? Next);
