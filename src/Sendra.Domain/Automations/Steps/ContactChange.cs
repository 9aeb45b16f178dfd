namespace Sendra.Domain.Automations.Steps;

/// <summary>A property that a step sets.</summary>
/// <param name="Property">The contact property's name, as in <c>contactProperties</c>.</param>
/// <param name="Value">What it is set to.</param>
public sealed record ContactChange(string Property, StepValue Value);
