using Sendra.Domain.Common;

namespace Sendra.Application.Automations;

/// <param name="Version">Counts from 1.</param>
/// <param name="SavedBy">The member's email or the API key's name; null when that is gone, or when an upgrade made it.</param>
/// <param name="Active">How many runs are under way on it.</param>
public sealed record VersionResult(int Version, DateTimeOffset SavedAt, string? SavedBy, long Active, RawJson Steps)
    : VersionItem(Version, SavedAt, SavedBy, Active);
