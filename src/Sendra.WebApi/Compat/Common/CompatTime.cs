using System.Globalization;
using System.Text.Json;
using Sendra.Domain.Common;
using Sendra.Domain.Events;

namespace Sendra.WebApi.Compat.Common;

/// <summary>When something happened, in the forms in which clients write it: ISO 8601, or seconds or milliseconds since 1970, as a number or as text.</summary>
internal static class CompatTime
{
    // Milliseconds from March 1973 on; seconds until the year 5138.
    private const decimal FirstMilliseconds = 100_000_000_000;

    /// <summary>The time as an event takes it; null when there is none, or none that an event can have happened at.</summary>
    public static string? Read(JsonElement? value, DateTimeOffset now) =>
        Parse(value) is { } time && time <= now + ReceivedEvent.MaxAhead ? time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) : null;

    private static DateTimeOffset? Parse(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Number } number => number.TryGetDecimal(out var since) ? At(since) : null,
        { ValueKind: JsonValueKind.String } text when decimal.TryParse(text.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var since) => At(since),
        { ValueKind: JsonValueKind.String } text => Iso8601.TryParse(text.GetString(), out var time) ? time : null,
        _ => null,
    };

    private static DateTimeOffset? At(decimal since)
    {
        var milliseconds = Math.Abs(since) < FirstMilliseconds ? since * 1_000 : since;
        return milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.UnixEpoch.AddMilliseconds((double)milliseconds)
            : null;
    }
}
