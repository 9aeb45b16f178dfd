namespace Sendra.Domain.Automations;

/// <summary>What enrolls, as it was written.</summary>
/// <param name="EventName">The event's name.</param>
public sealed record TriggerText(string? EventName);
