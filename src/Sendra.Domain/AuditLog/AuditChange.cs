namespace Sendra.Domain.AuditLog;

/// <summary>One thing that was changed.</summary>
/// <param name="Field">Its name, as in the API.</param>
/// <param name="From">The setting before, as text; null for none, and for everything that isn't a plain setting.</param>
/// <param name="To">The setting after, likewise.</param>
public sealed record AuditChange(string Field, string? From = null, string? To = null);
