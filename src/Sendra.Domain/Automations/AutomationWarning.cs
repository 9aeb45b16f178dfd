namespace Sendra.Domain.Automations;

/// <summary>Something about an automation that is probably not meant; it never blocks (A9).</summary>
/// <param name="Code">Stable, camelCase.</param>
/// <param name="Message">One sentence for people.</param>
public sealed record AutomationWarning(string Code, string Message);
