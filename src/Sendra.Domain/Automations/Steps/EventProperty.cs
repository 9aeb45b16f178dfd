namespace Sendra.Domain.Automations.Steps;

/// <summary>A property of the event that a step sends.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it holds.</param>
public sealed record EventProperty(string Name, StepValue Value);
