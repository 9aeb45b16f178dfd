namespace Sendra.Application.Automations;

/// <summary>A version of an automation's steps.</summary>
/// <param name="Version">Counts from 1.</param>
/// <param name="SavedBy">The member's email or the API key's name; null when that is gone, or when an upgrade made it.</param>
/// <param name="Active">How many runs are under way on it.</param>
public record VersionItem(int Version, DateTimeOffset SavedAt, string? SavedBy, long Active);
