namespace Sendra.Application.Automations;

/// <summary>A version of an automation's steps.</summary>
/// <param name="Version">The version number, from 1.</param>
/// <param name="SavedBy">The member's email or the API key's name; null if that is gone, or if an upgrade created the version.</param>
/// <param name="Active">How many active runs follow it.</param>
public record VersionItem(int Version, DateTimeOffset SavedAt, string? SavedBy, long Active);
