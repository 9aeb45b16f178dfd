using NodaTime;

namespace Sendra.Domain.Calendar;

/// <summary>Keeps instants within what can be stored: the years 1 to 9999, UTC.</summary>
internal static class Instants
{
    private static readonly Instant First = Instant.FromDateTimeOffset(DateTimeOffset.MinValue);
    private static readonly Instant Last = Instant.FromDateTimeOffset(DateTimeOffset.MaxValue);

    internal static Instant Storable(Instant instant) => Instant.Max(First, Instant.Min(Last, instant));
}
