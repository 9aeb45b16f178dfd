using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Sendra.Infrastructure.Persistence.Converters;

/// <summary>Times as microseconds since 1970 UTC: one number, in the same order on every database.</summary>
internal sealed class UnixMicrosecondsConverter() : ValueConverter<DateTimeOffset, long>(
    time => ToMicroseconds(time), number => ToTime(number))
{
    public static long ToMicroseconds(DateTimeOffset time) =>
        (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static long? OrNull(DateTimeOffset? time) => time is { } value ? ToMicroseconds(value) : null;

    public static DateTimeOffset ToTime(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
