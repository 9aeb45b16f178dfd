namespace Sendra.Application.EventSources;

/// <summary>Where a source's event name comes from, as a member wrote it: one of the two.</summary>
/// <param name="Fixed">The name of every event.</param>
/// <param name="Path">Where each delivery says the name.</param>
public sealed record EventNameDetails(string? Fixed, string? Path);
