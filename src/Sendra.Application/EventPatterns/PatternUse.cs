namespace Sendra.Application.EventPatterns;

/// <summary>An automation that listens for the name.</summary>
/// <param name="AutomationId">The automation.</param>
/// <param name="Name">Its name.</param>
/// <param name="Role">Whether the event enrolls, drops, or is waited for by a step.</param>
public sealed record PatternUse(AutomationId AutomationId, string Name, PatternRole Role);
