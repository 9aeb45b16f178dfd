namespace Sendra.Infrastructure.Persistence.Bulk;

/// <summary>Another writer changed or made the same rows first. Normal: read again and decide again.</summary>
internal sealed class LostRaceException() : Exception("Another writer was first.");
