using NodaTime;

namespace Sendra.Domain.Calendar;

/// <summary>The zones of the tz database that the program brings along.</summary>
public static class TimeZones
{
    /// <summary>The maximum length of a zone's name, in characters.</summary>
    public const int MaxNameLength = 64;

    /// <summary>The zone of this name, or null. Case counts; a bare offset like <c>UTC+3</c> is no zone.</summary>
    public static DateTimeZone? Find(string? name) =>
        name is null or { Length: 0 or > MaxNameLength } || name.StartsWith("UTC+", StringComparison.Ordinal) || name.StartsWith("UTC-", StringComparison.Ordinal)
            ? null
            : DateTimeZoneProviders.Tzdb.GetZoneOrNull(name);
}
