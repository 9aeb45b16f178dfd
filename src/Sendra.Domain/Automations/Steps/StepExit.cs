namespace Sendra.Domain.Automations.Steps;

/// <summary>One of the ways out of a step.</summary>
/// <param name="Field">The step's field that names where it leads: <c>next</c>, <c>paths[1].next</c>, <c>otherwise</c>.</param>
/// <param name="To">The step that it leads to; null when the run completes.</param>
/// <param name="Path">What visits call it; null where there is only one way.</param>
public sealed record StepExit(string Field, StepId? To, string? Path = null);
