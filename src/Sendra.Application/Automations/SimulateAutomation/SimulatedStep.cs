namespace Sendra.Application.Automations.SimulateAutomation;

/// <summary>What the walked contacts would have done at a step.</summary>
/// <param name="StepId">The step's id.</param>
/// <param name="Name">The step's name.</param>
/// <param name="Type">The step's type.</param>
/// <param name="Passed">How many would have passed it.</param>
/// <param name="Failed">How many would have failed there, and gone on.</param>
/// <param name="Waiting">How many would have stayed there: a simulation doesn't know which awaited events arrive.</param>
/// <param name="ByPath">How many would have taken each of its paths; empty if there is only one.</param>
public sealed record SimulatedStep(
    string StepId, string? Name, string Type, int Passed, int Failed, int Waiting, IReadOnlyDictionary<string, int> ByPath);
