namespace Sendra.Application.EventPatterns;

/// <summary>An automation that listens to an event name.</summary>
/// <param name="AutomationId">The automation; archived ones don't count.</param>
/// <param name="Role">What the event does to it.</param>
public sealed record PatternUse(AutomationId AutomationId, string Name, PatternRole Role);
