namespace Sendra.Application.Automations;

/// <summary>What enrolls, as it was asked for.</summary>
/// <param name="EventName">The event's name.</param>
public sealed record AutomationTrigger(string? EventName);
