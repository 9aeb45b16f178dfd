using Sendra.Application.Automations.SimulateAutomation;

namespace Sendra.WebApi.Contracts.Automations;

/// <summary>A line of a simulation's answer.</summary>
/// <param name="Type">result in the last line, progress in the others.</param>
/// <param name="Progress">How much of the period is done, from 0 to 1.</param>
/// <param name="Result">What would have happened; null but in the last line.</param>
public sealed record SimulationLine(SimulationLineType Type, double Progress, SimulationResult? Result);
