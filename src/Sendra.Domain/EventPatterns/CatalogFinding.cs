namespace Sendra.Domain.EventPatterns;

/// <summary>A probable mistake in a workspace's event names.</summary>
/// <param name="Code">Stable name of the kind of finding.</param>
/// <param name="Message">A sentence for people.</param>
/// <param name="EventName">The event name it is about.</param>
/// <param name="Names">Names that look alike, this one among them.</param>
/// <param name="AutomationId">The automation that listens.</param>
/// <param name="Property">The property whose type changed.</param>
/// <param name="Types">The types it was seen with, in the order they were first seen.</param>
public sealed record CatalogFinding(
    string Code,
    string Message,
    string EventName,
    IReadOnlyList<string>? Names = null,
    AutomationId? AutomationId = null,
    string? AutomationName = null,
    string? Property = null,
    IReadOnlyList<SeenType>? Types = null);
