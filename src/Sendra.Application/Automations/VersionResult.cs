using Sendra.Domain.Common;

namespace Sendra.Application.Automations;

/// <param name="Version">The version number, from 1.</param>
/// <param name="SavedBy">The member's email or the API key's name; null if that is gone, or if an upgrade created the version.</param>
/// <param name="Active">How many active runs follow it.</param>
public sealed record VersionResult(int Version, DateTimeOffset SavedAt, string? SavedBy, long Active, RawJson Steps)
    : VersionItem(Version, SavedAt, SavedBy, Active);
