namespace Sendra.Domain.Automations.Steps;

/// <summary>What every step has, read before the rest of it.</summary>
internal readonly record struct StepHead(StepId Id, string? Name);
