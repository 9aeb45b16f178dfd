namespace Sendra.Application.EventSources;

/// <summary>Where a source's event name comes from, as a member wrote it: one of the two.</summary>
/// <param name="Fixed">The name of every event.</param>
/// <param name="Path">Where each delivery says the name.</param>
/// <param name="Map">What names are called here, by the name as it comes (S13).</param>
/// <param name="Prefix">What goes before every name that is not mapped.</param>
/// <param name="Only">The names, as they come, that are taken; null for all.</param>
/// <param name="KeepName">Whether names stay as they come, also where a pattern could not have them.</param>
public sealed record EventNameDetails(
    string? Fixed,
    string? Path,
    IReadOnlyDictionary<string, string?>? Map = null,
    string? Prefix = null,
    IReadOnlyList<string?>? Only = null,
    bool KeepName = false);
