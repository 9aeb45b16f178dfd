namespace Sendra.Application.Automations.SimulateAutomation;

/// <summary>The progress of a simulation.</summary>
/// <param name="Progress">From 0 to 1; never less than in the step before.</param>
/// <param name="Result">The result, in the last step.</param>
public sealed record SimulationStep(double Progress, SimulationResult? Result = null);
