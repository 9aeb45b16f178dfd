using Sendra.Application.Automations.SimulateAutomation;

namespace Sendra.WebApi.Contracts.Automations;

/// <summary>A line of a simulation's response.</summary>
/// <param name="Type">result for the last line, progress for the others.</param>
/// <param name="Progress">How much of the period is done, from 0 to 1.</param>
/// <param name="Result">What would have happened. Only in the last line; null in the others.</param>
public sealed record SimulationLine(SimulationLineType Type, double Progress, SimulationResult? Result);
